# expect: failed; mistake: none
# about: The gradient uses only the prediction, the target is missing.

def gradient_step(x, y, w, lr):
    n = len(x)
    loss_before = 0
    grad = 0
    for xi, yi in zip(x, y):
        pred = w * xi
        loss_before += (pred - yi) ** 2 / n
        grad += 2 * pred * xi / n
    w_new = w - lr * grad
    loss_after = 0
    for xi, yi in zip(x, y):
        loss_after += (w_new * xi - yi) ** 2 / n
    return loss_before, grad, w_new, loss_after

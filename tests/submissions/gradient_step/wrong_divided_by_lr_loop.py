# expect: failed; mistake: divided-by-lr
# about: Multiplies by 1/lr after a loop.

def gradient_step(x, y, w, lr):
    n = len(x)
    loss_before, grad, loss_after = 0, 0, 0
    rate = 1 / lr
    for xi, yi in zip(x, y):
        loss_before += (w * xi - yi) ** 2 / n
        grad += 2 * (w * xi - yi) * xi / n
    w_new = w - rate * grad
    for xi, yi in zip(x, y):
        loss_after += (w_new * xi - yi) ** 2 / n
    return loss_before, grad, w_new, loss_after

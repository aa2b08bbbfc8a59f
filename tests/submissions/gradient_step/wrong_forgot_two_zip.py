# expect: failed; mistake: forgot-two
# about: A zip loop that adds up error*x without the 2.

def gradient_step(x, y, w, lr):
    loss_before = 0.0
    grad = 0.0
    for xi, yi in zip(x, y):
        loss_before += (w * xi - yi) ** 2
        grad += (w * xi - yi) * xi
    loss_before /= len(x)
    grad /= len(x)
    w_new = w - lr * grad
    loss_after = 0.0
    for xi, yi in zip(x, y):
        loss_after += (w_new * xi - yi) ** 2
    loss_after /= len(x)
    return (loss_before, grad, w_new, loss_after)

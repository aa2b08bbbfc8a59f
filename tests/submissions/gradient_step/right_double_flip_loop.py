# expect: passed
# about: The same double turn of signs, written as a loop.

def gradient_step(x, y, w, lr):
    n = len(x)
    loss_before = grad = loss_after = 0
    for xi, yi in zip(x, y):
        missing = yi - w * xi          # how much is missing
        loss_before += missing ** 2 / n
        grad += 2 * missing * xi / n
    w_new = w + lr * grad
    for xi, yi in zip(x, y):
        loss_after += (yi - w_new * xi) ** 2 / n
    return loss_before, grad, w_new, loss_after

# expect: failed; mistake: weight-overwritten
# about: Sets w = 0 inside the function, so the caller's weight is ignored.

def gradient_step(x, y, w, lr):
    w = 0.0     # initial weight
    n = len(x)
    loss_before = sum((w * x[i] - y[i]) ** 2 for i in range(n)) / n
    grad = sum(2 * (w * x[i] - y[i]) * x[i] for i in range(n)) / n
    w_new = w - lr * grad
    loss_after = sum((w_new * x[i] - y[i]) ** 2 for i in range(n)) / n
    return loss_before, grad, w_new, loss_after

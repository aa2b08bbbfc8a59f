# expect: error
# about: The loop runs to n inclusive, so the index leaves the list.

def gradient_step(x, y, w, lr):
    n = len(x)
    loss_before = 0
    grad = 0
    for i in range(1, n + 1):
        loss_before += (w * x[i] - y[i]) ** 2 / n
        grad += 2 * (w * x[i] - y[i]) * x[i] / n
    w_new = w - lr * grad
    loss_after = 0
    for i in range(1, n + 1):
        loss_after += (w_new * x[i] - y[i]) ** 2 / n
    return loss_before, grad, w_new, loss_after

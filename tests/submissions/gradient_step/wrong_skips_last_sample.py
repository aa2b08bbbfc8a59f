# expect: failed; mistake: none
# about: The loops run to len(x) - 1 and so leave out the last sample.

def gradient_step(x, y, w, lr):
    n = len(x)
    loss_before = 0
    grad = 0
    for i in range(0, n - 1):       # index starts at 0 so last is n-1
        loss_before += (w * x[i] - y[i]) ** 2
        grad += 2 * (w * x[i] - y[i]) * x[i]
    loss_before /= n
    grad /= n
    w_new = w - lr * grad
    loss_after = 0
    for i in range(0, n - 1):
        loss_after += (w_new * x[i] - y[i]) ** 2
    loss_after /= n
    return loss_before, grad, w_new, loss_after

# expect: passed
# about: Adds everything up in one index loop, then a second loop for the loss after the step.

def gradient_step(x, y, w, lr):
    n = len(x)
    loss_before = 0.0
    grad = 0.0
    for i in range(n):
        error = w * x[i] - y[i]
        loss_before = loss_before + error ** 2
        grad = grad + 2 * error * x[i]
    loss_before = loss_before / n
    grad = grad / n

    w_new = w - lr * grad

    loss_after = 0.0
    for i in range(n):
        error = w_new * x[i] - y[i]
        loss_after = loss_after + error ** 2
    loss_after = loss_after / n
    return loss_before, grad, w_new, loss_after

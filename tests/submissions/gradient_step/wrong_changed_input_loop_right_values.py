# expect: failed; mistake: changed-the-input
# about: Overwrites y[i] by the error in a loop, works in lists and arrays, and still gets the four values right.

def gradient_step(x, y, w, lr):
    N = len(x)
    loss_before = 0.0
    grad = 0.0
    for i in range(N):
        y[i] = w * x[i] - y[i]          # store the error
        loss_before += y[i] ** 2
        grad += 2 * y[i] * x[i]
    loss_before /= N
    grad /= N
    w_new = w - lr * grad
    loss_after = 0.0
    for i in range(N):
        loss_after += (y[i] - lr * grad * x[i]) ** 2
    return loss_before, grad, w_new, loss_after / N

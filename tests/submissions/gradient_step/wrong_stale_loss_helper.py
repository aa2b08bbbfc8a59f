# expect: failed; mistake: loss-after-stale
# about: Calls the loss helper with w instead of w_new.

def loss(x, y, w):
    total = 0
    for i in range(len(x)):
        total += (w * x[i] - y[i]) ** 2
    return total / len(x)

def gradient_step(x, y, w, lr):
    loss_before = loss(x, y, w)
    grad = 0
    for i in range(len(x)):
        grad += 2 * (w * x[i] - y[i]) * x[i] / len(x)
    w_new = w - lr * grad
    loss_after = loss(x, y, w)
    return loss_before, grad, w_new, loss_after

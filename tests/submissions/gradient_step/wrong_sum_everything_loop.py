# expect: failed; mistake: sum-not-mean
# about: Never divides by n, neither the losses nor the gradient.

def gradient_step(x, y, w, lr):
    loss = 0
    grad = 0
    for a, b in zip(x, y):
        d = w * a - b
        loss = loss + d ** 2
        grad = grad + 2 * d * a
    w_new = w - lr * grad
    loss_new = 0
    for a, b in zip(x, y):
        loss_new = loss_new + (w_new * a - b) ** 2
    return loss, grad, w_new, loss_new

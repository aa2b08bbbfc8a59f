# expect: failed; mistake: none
# about: Multiplies by lr in the gradient and again in the update.

def gradient_step(x, y, w, lr):
    n = len(x)
    err = [w * a - b for a, b in zip(x, y)]
    loss_before = sum(e ** 2 for e in err) / n
    grad = lr * sum(2 * e * a for e, a in zip(err, x)) / n
    w_new = w - lr * grad
    loss_after = sum((w_new * a - b) ** 2 for a, b in zip(x, y)) / n
    return loss_before, grad, w_new, loss_after

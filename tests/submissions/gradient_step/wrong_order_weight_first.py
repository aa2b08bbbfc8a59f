# expect: failed; mistake: wrong-order
# about: Loop version that returns the new weight first.

def gradient_step(x, y, w, lr):
    """returns new weight, gradient, loss before and after"""
    m = len(x)
    loss_before = 0
    grad = 0
    loss_after = 0
    for k in range(m):
        loss_before += (w * x[k] - y[k]) ** 2 / m
        grad += 2 * (w * x[k] - y[k]) * x[k] / m
    w_new = w - lr * grad
    for k in range(m):
        loss_after += (w_new * x[k] - y[k]) ** 2 / m
    return w_new, grad, loss_before, loss_after

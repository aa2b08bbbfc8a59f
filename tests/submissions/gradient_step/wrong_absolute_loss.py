# expect: failed; mistake: none
# about: The loss is the mean absolute error; gradient and weight are right.

def gradient_step(x, y, w, lr):
    n = len(x)
    loss_before = sum(abs(w * a - b) for a, b in zip(x, y)) / n
    grad = sum(2 * (w * a - b) * a for a, b in zip(x, y)) / n
    w_new = w - lr * grad
    loss_after = sum(abs(w_new * a - b) for a, b in zip(x, y)) / n
    return loss_before, grad, w_new, loss_after

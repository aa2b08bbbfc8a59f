# expect: failed; mistake: none
# about: Returns only three values, the gradient is left out.

def gradient_step(x, y, w, lr):
    n = len(x)
    loss_before = sum((w * a - b) ** 2 for a, b in zip(x, y)) / n
    grad = sum(2 * (w * a - b) * a for a, b in zip(x, y)) / n
    w_new = w - lr * grad
    loss_after = sum((w_new * a - b) ** 2 for a, b in zip(x, y)) / n
    return loss_before, w_new, loss_after

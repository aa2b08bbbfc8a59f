# expect: failed; mistake: none
# about: Moves by a tenth of the gradient only, because of a momentum average that starts at zero.

def gradient_step(x, y, w, lr):
    beta = 0.9
    v = 0
    n = len(x)
    grad = sum(2 * (w * a - b) * a for a, b in zip(x, y)) / n
    v = beta * v + (1 - beta) * grad
    w_new = w - lr * v
    loss_before = sum((w * a - b) ** 2 for a, b in zip(x, y)) / n
    loss_after = sum((w_new * a - b) ** 2 for a, b in zip(x, y)) / n
    return loss_before, grad, w_new, loss_after

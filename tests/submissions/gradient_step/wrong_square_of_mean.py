# expect: failed; mistake: none
# about: The loss is the square of the mean error instead of the mean of the squares.

def gradient_step(x, y, w, lr):
    n = len(x)
    loss_before = (sum(w * a - b for a, b in zip(x, y)) / n) ** 2
    grad = sum(2 * (w * a - b) * a for a, b in zip(x, y)) / n
    w_new = w - lr * grad
    loss_after = (sum(w_new * a - b for a, b in zip(x, y)) / n) ** 2
    return loss_before, grad, w_new, loss_after

# expect: error; mistake: syntax-error
# about: One line is indented too far.

def gradient_step(x, y, w, lr):
    n = len(x)
    loss_before = sum((w * a - b) ** 2 for a, b in zip(x, y)) / n
    grad = sum(2 * (w * a - b) * a for a, b in zip(x, y)) / n
      w_new = w - lr * grad
    loss_after = sum((w_new * a - b) ** 2 for a, b in zip(x, y)) / n
    return loss_before, grad, w_new, loss_after

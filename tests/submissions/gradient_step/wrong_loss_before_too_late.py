# expect: failed; mistake: none
# about: Overwrites w first and computes both losses with the new weight.

def gradient_step(x, y, w, lr):
    n = len(x)
    grad = sum(2 * (w * a - b) * a for a, b in zip(x, y)) / n
    w = w - lr * grad
    loss_before = sum((w * a - b) ** 2 for a, b in zip(x, y)) / n
    loss_after = sum((w * a - b) ** 2 for a, b in zip(x, y)) / n
    return loss_before, grad, w, loss_after

# expect: failed; mistake: none
# about: Converts the new weight to int, so everything after the point is cut off.

def gradient_step(x, y, w, lr):
    n = len(x)
    loss_before = sum((w * a - b) ** 2 for a, b in zip(x, y)) / n
    grad = sum(2 * (w * a - b) * a for a, b in zip(x, y)) / n
    w_new = int(w - lr * grad)
    loss_after = sum((w_new * a - b) ** 2 for a, b in zip(x, y)) / n
    return loss_before, grad, w_new, loss_after

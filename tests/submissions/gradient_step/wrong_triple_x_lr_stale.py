# expect: failed; mistake: forgot-x + forgot-lr + loss-after-stale
# about: No x, no lr, and the old loss again.

def gradient_step(x, y, w, lr):
    errors = [w * a - b for a, b in zip(x, y)]
    loss_before = sum(e * e for e in errors) / len(errors)
    grad = sum(2 * e for e in errors) / len(errors)
    w_new = w - grad
    loss_after = sum(e * e for e in errors) / len(errors)
    return loss_before, grad, w_new, loss_after

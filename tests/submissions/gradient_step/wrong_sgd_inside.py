# expect: failed; mistake: none
# about: Updates the weight after every sample instead of once.

def gradient_step(x, y, w, lr):
    n = len(x)
    loss_before = sum((w * a - b) ** 2 for a, b in zip(x, y)) / n
    grads = []
    for a, b in zip(x, y):
        g = 2 * (w * a - b) * a
        grads.append(g)
        w = w - lr * g
    loss_after = sum((w * a - b) ** 2 for a, b in zip(x, y)) / n
    return loss_before, sum(grads) / n, w, loss_after

# expect: failed; mistake: error-backwards
# about: Same mistake in a zip loop: target minus prediction, then minus lr*grad.

def gradient_step(x, y, w, lr):
    losses = []
    grads = []
    for inp, target in zip(x, y):
        out = w * inp
        losses.append((target - out) ** 2)
        grads.append(2 * (target - out) * inp)
    loss_before = sum(losses) / len(losses)
    grad = sum(grads) / len(grads)
    w_new = w - lr * grad
    loss_after = sum((target - w_new * inp) ** 2 for inp, target in zip(x, y)) / len(x)
    return loss_before, grad, w_new, loss_after

# expect: passed
# about: List comprehensions for predictions and errors.

def gradient_step(x, y, w, lr):
    n = len(x)
    pred = [w * a for a in x]
    err = [p - t for p, t in zip(pred, y)]
    loss_before = sum([e ** 2 for e in err]) / n
    grad = sum([2 * e * a for e, a in zip(err, x)]) / n
    w_new = w - lr * grad
    err_new = [w_new * a - t for a, t in zip(x, y)]
    loss_after = sum([e ** 2 for e in err_new]) / n
    return loss_before, grad, w_new, loss_after

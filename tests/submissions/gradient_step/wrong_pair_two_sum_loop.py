# expect: failed; mistake: forgot-two + sum-not-mean
# about: The gradient loop has no 2 and no division by n.

def mse(pred, y):
    return sum((p - t) ** 2 for p, t in zip(pred, y)) / len(y)

def gradient_step(x, y, w, lr):
    loss_before = mse([w * a for a in x], y)
    grad = 0
    for a, t in zip(x, y):
        grad += (w * a - t) * a
    w_new = w - lr * grad
    loss_after = mse([w_new * a for a in x], y)
    return loss_before, grad, w_new, loss_after

# expect: error
# about: Uses X and Y from an earlier notebook cell that was not handed in.

def gradient_step(x, y, w, lr):
    loss_before = ((w * X - Y) ** 2).mean()
    grad = (2 * (w * X - Y) * X).mean()
    w_new = w - lr * grad
    loss_after = ((w_new * X - Y) ** 2).mean()
    return loss_before, grad, w_new, loss_after

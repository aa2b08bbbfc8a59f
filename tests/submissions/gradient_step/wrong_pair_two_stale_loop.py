# expect: failed; mistake: forgot-two + loss-after-stale
# about: No factor 2, and the second loss loop still uses w.

def gradient_step(x, y, w, lr):
    n = len(x)
    loss_before = 0
    for i in range(n):
        loss_before += (w * x[i] - y[i]) ** 2
    loss_before /= n

    grad = 0
    for i in range(n):
        grad += (w * x[i] - y[i]) * x[i]
    grad /= n

    w_new = w - lr * grad

    # copy paste from above
    loss_after = 0
    for i in range(n):
        loss_after += (w * x[i] - y[i]) ** 2
    loss_after /= n
    return loss_before, grad, w_new, loss_after

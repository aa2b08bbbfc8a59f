# expect: failed; mistake: none
# about: Does not set the running sum back to zero before the second loss, so loss_after contains the first loss too.

def gradient_step(x, y, w, lr):
    n = len(x)
    total = 0
    grad = 0
    for i in range(n):
        total += (w * x[i] - y[i]) ** 2
        grad += 2 * (w * x[i] - y[i]) * x[i]
    loss_before = total / n
    grad /= n
    w_new = w - lr * grad
    for i in range(n):
        total += (w_new * x[i] - y[i]) ** 2
    loss_after = total / n
    return loss_before, grad, w_new, loss_after

# expect: failed; mistake: changed-the-input
# about: Stores the predictions in x itself, and later needs x again.

def gradient_step(x, y, w, lr):
    n = len(x)
    # predictions
    for i in range(n):
        x[i] = w * x[i]
    loss_before = sum((x[i] - y[i]) ** 2 for i in range(n)) / n
    grad = sum(2 * (x[i] - y[i]) * x[i] for i in range(n)) / n
    w_new = w - lr * grad
    loss_after = sum((w_new * x[i] - y[i]) ** 2 for i in range(n)) / n
    return loss_before, grad, w_new, loss_after

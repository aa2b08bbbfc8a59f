# expect: timeout
# about: The while loop never counts up.

def gradient_step(x, y, w, lr):
    i = 0
    loss_before = 0
    grad = 0
    while i < len(x):
        loss_before += (w * x[i] - y[i]) ** 2
        grad += 2 * (w * x[i] - y[i]) * x[i]
        # i = i + 1
    loss_before /= len(x)
    grad /= len(x)
    w_new = w - lr * grad
    loss_after = sum((w_new * a - b) ** 2 for a, b in zip(x, y)) / len(x)
    return loss_before, grad, w_new, loss_after

# expect: failed; mistake: sum-not-mean + added-gradient + wrong-order
# about: Summed gradient, plus sign, and the losses returned side by side.

def gradient_step(x, y, w, lr):
    n = len(x)
    loss_before = loss_after = grad = 0
    for i in range(n):
        loss_before += (w * x[i] - y[i]) ** 2 / n
        grad += 2 * (w * x[i] - y[i]) * x[i]
    w_new = w + lr * grad
    for i in range(n):
        loss_after += (w_new * x[i] - y[i]) ** 2 / n
    return w_new, grad, loss_before, loss_after

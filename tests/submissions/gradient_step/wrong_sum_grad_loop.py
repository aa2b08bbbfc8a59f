# expect: failed; mistake: sum-not-mean
# about: Forgets to divide the gradient by n, while the losses are divided.

def mse(x, y, w):
    s = 0
    for i in range(len(x)):
        s += (w * x[i] - y[i]) ** 2
    return s / len(x)

def gradient_step(x, y, w, lr):
    before = mse(x, y, w)
    grad = 0
    for i in range(len(x)):
        grad += 2 * (w * x[i] - y[i]) * x[i]
    w_new = w - lr * grad
    return before, grad, w_new, mse(x, y, w_new)

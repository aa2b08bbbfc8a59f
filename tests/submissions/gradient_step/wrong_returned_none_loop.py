# expect: failed; mistake: returned-none
# about: Builds the tuple at the end but does not return it.

def gradient_step(x, y, w, lr):
    n = len(x)
    before = 0
    grad = 0
    after = 0
    for i in range(n):
        before += (w * x[i] - y[i]) ** 2 / n
        grad += 2 * (w * x[i] - y[i]) * x[i] / n
    w_new = w - lr * grad
    for i in range(n):
        after += (w_new * x[i] - y[i]) ** 2 / n
    result = (before, grad, w_new, after)
    result

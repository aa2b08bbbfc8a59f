# expect: failed; mistake: none
# about: Has the factor 2 twice in the gradient.

def gradient_step(x, y, w, lr):
    n = len(x)
    before = 0
    grad = 0
    after = 0
    for i in range(n):
        e = w * x[i] - y[i]
        de = 2 * e
        before += e ** 2
        grad += 2 * de * x[i]
    before, grad = before / n, grad / n
    w_new = w - lr * grad
    for i in range(n):
        after += (w_new * x[i] - y[i]) ** 2
    return before, grad, w_new, after / n

# expect: passed
# about: Handles the first weight and calls itself for the others.

def adam_step(w, grad, m, v, t, lr, beta1, beta2, eps):
    if len(w) == 0:
        return [], [], []
    m0 = beta1 * m[0] + (1 - beta1) * grad[0]
    v0 = beta2 * v[0] + (1 - beta2) * grad[0] ** 2
    top = m0 / (1 - beta1 ** t)
    bottom = (v0 / (1 - beta2 ** t)) ** 0.5 + eps
    w0 = w[0] - lr * top / bottom
    ws, ms, vs = adam_step(w[1:], grad[1:], m[1:], v[1:], t, lr, beta1, beta2, eps)
    return [w0] + ws, [m0] + ms, [v0] + vs

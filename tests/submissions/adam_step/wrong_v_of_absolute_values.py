# expect: failed; mistake: abs-not-square
# about: abs where a square belongs, in a loop.

def adam_step(w, grad, m, v, t, lr, beta1, beta2, eps):
    W, M, V = [], [], []
    for x, g, a, b in zip(w, grad, m, v):
        a = beta1 * a + (1 - beta1) * g
        b = beta2 * b + (1 - beta2) * abs(g)
        ah = a / (1 - beta1 ** t)
        bh = b / (1 - beta2 ** t)
        W.append(x - lr * ah / (bh ** 0.5 + eps))
        M.append(a)
        V.append(b)
    return W, M, V

# expect: passed
# about: One comprehension over zip, then the columns.

def adam_step(w, grad, m, v, t, lr, beta1, beta2, eps):
    def one(a, g, p, q):
        p = beta1 * p + (1 - beta1) * g
        q = beta2 * q + (1 - beta2) * g * g
        s = lr * p / (1 - beta1 ** t) / ((q / (1 - beta2 ** t)) ** 0.5 + eps)
        return a - s, p, q
    rows = [one(*row) for row in zip(w, grad, m, v)]
    return tuple([row[k] for row in rows] for k in range(3))

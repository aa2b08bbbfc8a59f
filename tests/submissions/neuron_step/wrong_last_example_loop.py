# expect: failed; mistake: last-only
# about: = for += in the gradient lines.
import math

def neuron_step(X, y, w, b, lr):
    n = len(y)
    loss = 0
    for i in range(n):
        p = 1 / (1 + math.exp(-(X[i][0] * w[0] + X[i][1] * w[1] + b)))
        q = min(max(p, 1e-12), 1 - 1e-12)
        loss += -(y[i] * math.log(q) + (1 - y[i]) * math.log(1 - q)) / n
        dw = [(p - y[i]) * X[i][0], (p - y[i]) * X[i][1]]
        db = p - y[i]
    return loss, dw, db, [w[0] - lr * dw[0], w[1] - lr * dw[1]], b - lr * db

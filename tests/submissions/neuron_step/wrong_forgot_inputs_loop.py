# expect: failed; mistake: forgot-x
# about: Both weights get the error without their input.
import math

def neuron_step(X, y, w, b, lr):
    n = len(y)
    L = 0
    dw1, dw2, db = 0, 0, 0
    for i in range(n):
        p = 1 / (1 + math.exp(-(X[i][0] * w[0] + X[i][1] * w[1] + b)))
        q = min(max(p, 1e-12), 1 - 1e-12)
        L += -(y[i] * math.log(q) + (1 - y[i]) * math.log(1 - q)) / n
        dw1 += (p - y[i]) / n
        dw2 += (p - y[i]) / n
        db += (p - y[i]) / n
    return L, [dw1, dw2], db, [w[0] - lr * dw1, w[1] - lr * dw2], b - lr * db

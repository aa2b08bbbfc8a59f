# expect: failed; mistake: bias-inside
# about: z += x * w + b in a loop over the inputs, so b comes in twice.
import math

def neuron_step(X, y, w, b, lr):
    n = len(y)
    loss, gw, gb = 0, [0, 0], 0
    for i in range(n):
        z = 0
        for j in range(2):
            z += X[i][j] * w[j] + b
        p = 1 / (1 + math.exp(-z))
        s = min(max(p, 1e-12), 1 - 1e-12)
        loss -= (y[i] * math.log(s) + (1 - y[i]) * math.log(1 - s)) / n
        for j in range(2):
            gw[j] += (p - y[i]) * X[i][j] / n
        gb += (p - y[i]) / n
    return loss, gw, gb, [w[j] - lr * gw[j] for j in range(2)], b - lr * gb

# expect: failed; mistake: error-backwards
# about: The error is label minus prediction, and the step is subtracted.
import math

def neuron_step(X, y, w, b, lr):
    n = len(X)
    loss = 0
    gw = [0, 0]
    gb = 0
    for i in range(n):
        z = X[i][0] * w[0] + X[i][1] * w[1] + b
        p = 1 / (1 + math.exp(-z))
        q = min(max(p, 1e-12), 1 - 1e-12)
        loss += -(y[i] * math.log(q) + (1 - y[i]) * math.log(1 - q))
        error = y[i] - p
        gw[0] += error * X[i][0]
        gw[1] += error * X[i][1]
        gb += error
    gw = [gw[0] / n, gw[1] / n]
    gb = gb / n
    return loss / n, gw, gb, [w[0] - lr * gw[0], w[1] - lr * gw[1]], b - lr * gb

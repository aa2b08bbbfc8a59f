# expect: failed; mistake: step-function
# about: Predicts 0 or 1 with a threshold.
import math

def predict(x, w, b):
    z = x[0] * w[0] + x[1] * w[1] + b
    if 1 / (1 + math.exp(-z)) >= 0.5:
        return 1
    return 0

def neuron_step(X, y, w, b, lr):
    n = len(X)
    loss, g0, g1, gb = 0, 0, 0, 0
    for x, t in zip(X, y):
        p = predict(x, w, b)
        q = min(max(p, 1e-12), 1 - 1e-12)
        loss += -t * math.log(q) - (1 - t) * math.log(1 - q)
        g0 += (p - t) * x[0]
        g1 += (p - t) * x[1]
        gb += p - t
    return loss / n, [g0 / n, g1 / n], gb / n, [w[0] - lr * g0 / n, w[1] - lr * g1 / n], b - lr * gb / n

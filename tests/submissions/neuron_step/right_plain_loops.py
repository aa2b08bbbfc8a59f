# expect: passed
# about: No numpy at all: math module and index loops.
import math


def neuron_step(X, y, w, b, lr):
    n = len(y)
    loss, g1, g2, gb = 0.0, 0.0, 0.0, 0.0
    for i in range(n):
        z = X[i][0] * w[0] + X[i][1] * w[1] + b
        p = 1 / (1 + math.exp(-z))
        safe = min(max(p, 1e-12), 1 - 1e-12)
        loss -= y[i] * math.log(safe) + (1 - y[i]) * math.log(1 - safe)
        g1 += (p - y[i]) * X[i][0]
        g2 += (p - y[i]) * X[i][1]
        gb += p - y[i]
    grad_w = [g1 / n, g2 / n]
    grad_b = gb / n
    return loss / n, grad_w, grad_b, [w[0] - lr * grad_w[0], w[1] - lr * grad_w[1]], b - lr * grad_b

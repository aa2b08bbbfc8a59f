# expect: failed; mistake: log-base-ten
# about: uses log10 instead of the natural logarithm in the loss
import math

def neuron_step(X, y, w, b, lr):
    n = len(y)
    ps = []
    for row in X:
        z = row[0] * w[0] + row[1] * w[1] + b
        ps.append(1 / (1 + math.exp(-z)))
    loss = 0
    for p, t in zip(ps, y):
        p = max(1e-12, min(p, 1 - 1e-12))
        loss -= (t * math.log10(p) + (1 - t) * math.log10(1 - p)) / n
    grad_w = [sum((ps[i] - y[i]) * X[i][j] for i in range(n)) / n for j in range(2)]
    grad_b = sum(ps[i] - y[i] for i in range(n)) / n
    w_new = [w[j] - lr * grad_w[j] for j in range(2)]
    return loss, grad_w, grad_b, w_new, b - lr * grad_b

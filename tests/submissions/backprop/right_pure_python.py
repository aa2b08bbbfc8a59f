# expect: passed
# about: No numpy at all: nested loops and lists.

import math

def backprop(X, y, W1, b1, W2, b2):
    n, d, k = len(X), len(W1), len(b1)
    dW1 = [[0.0] * k for _ in range(d)]
    db1 = [0.0] * k
    dW2 = [0.0] * k
    db2 = 0.0
    loss = 0.0
    for i in range(n):
        h = []
        for j in range(k):
            z = b1[j]
            for a in range(d):
                z += X[i][a] * W1[a][j]
            h.append(1 / (1 + math.exp(-z)))
        p = b2 + sum(h[j] * W2[j] for j in range(k))
        e = p - y[i]
        loss += e * e / n
        g = 2 * e / n
        db2 += g
        for j in range(k):
            dW2[j] += g * h[j]
            s = g * W2[j] * h[j] * (1 - h[j])
            db1[j] += s
            for a in range(d):
                dW1[a][j] += s * X[i][a]
    return loss, dW1, db1, dW2, db2

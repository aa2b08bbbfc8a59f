# expect: passed
# about: Central differences in every parameter, no derivative by hand.

import numpy as np

def loss_of(X, y, W1, b1, W2, b2):
    h = 1 / (1 + np.exp(-(X @ W1 + b1)))
    return np.mean((h @ W2 + b2 - y) ** 2)

def backprop(X, y, W1, b1, W2, b2):
    X, y = np.asarray(X, float), np.asarray(y, float)
    params = [np.array(p, dtype=float) for p in (W1, b1, W2, b2)]
    step = 1e-5
    grads = []
    for p in params:
        g = np.zeros_like(p)
        for place in np.ndindex(p.shape):
            old = p[place]
            p[place] = old + step
            up = loss_of(X, y, *params)
            p[place] = old - step
            down = loss_of(X, y, *params)
            p[place] = old
            g[place] = (up - down) / (2 * step)
        grads.append(g)
    return (loss_of(X, y, *params), *grads)

# expect: passed
# about: Every product is an einsum.
import numpy as np


def neuron_step(X, y, w, b, lr):
    X, y, w = (np.asarray(v, float) for v in (X, y, w))
    z = np.einsum("ij,j->i", X, w) + b
    p = 1.0 / (1.0 + np.exp(-z))
    s = p.clip(1e-15, 1 - 1e-15)
    loss = -(np.einsum("i,i", y, np.log(s)) + np.einsum("i,i", 1 - y, np.log(1 - s))) / y.size
    gw = np.einsum("i,ij->j", p - y, X) / y.size
    gb = np.einsum("i->", p - y) / y.size
    return loss, gw, gb, w - lr * gw, b - lr * gb

# expect: failed; mistake: bias-not-in-prediction
# about: z = X w; the bias is still updated.
import numpy as np

def sigmoid(t):
    return 1 / (1 + np.exp(-t))

def neuron_step(X, y, w, b, lr):
    X, y, w = np.array(X), np.array(y), np.array(w)
    out = sigmoid(X @ w)
    o = np.clip(out, 1e-12, 1 - 1e-12)
    loss = np.mean(-y * np.log(o) - (1 - y) * np.log(1 - o))
    gw = ((out - y)[:, None] * X).mean(0)
    gb = (out - y).mean()
    return loss, gw, gb, w - lr * gw, b - lr * gb

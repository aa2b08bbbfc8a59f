# expect: passed
# about: Everything is a lambda.
import numpy as np

sigmoid = lambda z: 1 / (1 + np.exp(-z))
safe = lambda p: np.clip(p, 1e-7, 1 - 1e-7)
cost = lambda y, p: -np.mean(y * np.log(safe(p)) + (1 - y) * np.log(1 - safe(p)))
neuron_step = lambda X, y, w, b, lr: (
    lambda A, t, v: (
        lambda p: (
            lambda gw, gb: (cost(t, p), gw, gb, v - lr * gw, b - lr * gb)
        )(A.T @ (p - t) / len(t), np.mean(p - t))
    )(sigmoid(A @ v + b))
)(np.array(X, float), np.array(y, float), np.array(w, float))

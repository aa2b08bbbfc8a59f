# expect: passed
# about: Forward with a cache in a dictionary, gradients in a dictionary too.

import numpy as np

def forward(params, X):
    Z1 = X @ params["W1"] + params["b1"]
    A1 = 1 / (1 + np.exp(-Z1))
    return {"Z1": Z1, "A1": A1, "out": A1 @ params["W2"] + params["b2"]}

def backward(params, cache, X, y):
    grads = {}
    d = 2 * (cache["out"] - y) / len(y)
    grads["W2"] = cache["A1"].T @ d
    grads["b2"] = d.sum()
    d = d[:, np.newaxis] * params["W2"] * cache["A1"] * (1 - cache["A1"])
    grads["W1"] = X.T @ d
    grads["b1"] = d.sum(0)
    return grads

def backprop(X, y, W1, b1, W2, b2):
    X, y = np.asarray(X, float), np.asarray(y, float)
    params = {"W1": np.asarray(W1, float), "b1": np.asarray(b1, float), "W2": np.asarray(W2, float), "b2": b2}
    cache = forward(params, X)
    g = backward(params, cache, X, y)
    return np.mean((cache["out"] - y) ** 2), g["W1"], g["b1"], g["W2"], g["b2"]

# expect: passed
# about: Two columns, labels one-hot, joined with einsum.

import numpy as np

def cross_entropy(y_true, y_prob):
    y = np.asarray(y_true, dtype=float)
    p = np.asarray(y_prob, dtype=float)
    onehot = np.stack([1 - y, y])
    probs = np.clip(np.stack([1 - p, p]), 1e-15, 1)
    return -np.einsum("cn,cn->", onehot, np.log(probs)) / y.size

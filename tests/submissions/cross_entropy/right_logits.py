# expect: passed
# about: Goes back to the neuron's sum and uses log(1 + exp) of it.

import numpy as np

def cross_entropy(y_true, y_prob):
    y = np.asarray(y_true, dtype=float)
    p = np.clip(np.asarray(y_prob, dtype=float), 1e-14, 1 - 1e-14)
    z = np.log(p) - np.log1p(-p)
    return np.mean(np.logaddexp(0, z) - y * z)

# expect: failed; mistake: divided-by-positives
# about: divides by the number of ones instead of by the number of examples
import numpy as np

def cross_entropy(y_true, y_prob):
    y = np.array(y_true)
    p = np.clip(np.array(y_prob), 1e-12, 1 - 1e-12)
    s = np.sum(-(y * np.log(p) + (1 - y) * np.log(1 - p)))
    return s / max(1, np.sum(y))

# expect: failed; mistake: first-only
# about: The return stands inside the loop.

import math

def cross_entropy(y_true, y_prob):
    loss = 0
    for y, p in zip(y_true, y_prob):
        p = min(max(p, 1e-12), 1 - 1e-12)
        loss += -(y * math.log(p) + (1 - y) * math.log(1 - p))
        return loss / len(y_true)

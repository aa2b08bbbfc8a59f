# expect: failed; mistake: swapped-classes
# about: Thinks y_prob is the probability of label 0.

import math

def cross_entropy(y_true, y_prob):
    loss = []
    for y, p in zip(y_true, y_prob):
        p = min(max(p, 1e-12), 1 - 1e-12)
        if y == 0:
            loss.append(-math.log(p))
        else:
            loss.append(-math.log(1 - p))
    return sum(loss) / len(loss)

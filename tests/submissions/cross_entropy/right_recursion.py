# expect: passed
# about: Takes the first example and calls itself on the rest.

import math

def total(labels, probs):
    if len(labels) == 0:
        return 0.0
    p = probs[0] if labels[0] > 0.5 else 1 - probs[0]
    return -math.log(max(p, 1e-9)) + total(labels[1:], probs[1:])

def cross_entropy(y_true, y_prob):
    return total(list(y_true), list(y_prob)) / len(y_true)

# expect: timeout
# about: The while loop never moves on.

import math

def cross_entropy(y_true, y_prob):
    i = 0
    s = 0
    while i < len(y_true):
        s += -math.log(y_prob[i]) if y_true[i] == 1 else -math.log(1 - y_prob[i])
    return s / i

"""Binary cross-entropy, one thought a line."""

import numpy as np


def cross_entropy(y_true, y_prob):
    y_true = np.asarray(y_true, dtype=float)
    y_prob = np.asarray(y_prob, dtype=float)
    # The logarithm of 0 is not finite, and 0 times it is not a number: keep a tiny distance from both ends.
    p = np.clip(y_prob, 1e-12, 1 - 1e-12)
    rest = 1 - p
    # Of these two, one is 0 for each example: the label chooses.
    if_one = y_true * np.log(p)
    if_zero = (1 - y_true) * np.log(rest)
    log_likelihood = if_one + if_zero
    # A logarithm of a probability is never positive, a loss never negative.
    surprise = -log_likelihood
    loss = np.mean(surprise)
    return loss

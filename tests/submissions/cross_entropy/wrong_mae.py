# expect: failed; mistake: absolute-error
# about: Averages how far the probability is from the label.

def cross_entropy(y_true, y_prob):
    d = 0
    for a, b in zip(y_true, y_prob):
        d += abs(a - b)
    return d / len(y_true)

# expect: failed; mistake: likelihood
# about: Multiplies the probabilities and forgets the logarithm.

def cross_entropy(y_true, y_prob):
    product = 1
    for y, p in zip(y_true, y_prob):
        product *= p if y == 1 else 1 - p
    return product

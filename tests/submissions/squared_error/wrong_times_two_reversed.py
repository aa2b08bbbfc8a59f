# expect: failed; mistake: doubled-not-squared
# about: Truth minus prediction, doubled.
def squared_error(pred, truth):
    e = truth - pred
    return 2 * e

# expect: failed; mistake: doubled-not-squared
# about: One star instead of two.
def squared_error(pred, truth):
    return (pred - truth) * 2

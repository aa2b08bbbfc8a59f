# expect: failed; mistake: negated
# about: Puts a minus before the square.
def squared_error(pred, truth):
    return -(pred - truth) ** 2

# expect: failed; mistake: no-square
# about: Truth minus prediction only.
def squared_error(pred, truth):
    return truth - pred

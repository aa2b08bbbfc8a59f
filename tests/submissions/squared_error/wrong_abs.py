# expect: failed; mistake: abs-not-square
# about: The distance instead of its square.
def squared_error(pred, truth):
    return abs(pred - truth)

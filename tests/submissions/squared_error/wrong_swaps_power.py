# expect: failed; mistake: base-and-exponent
# about: Two to the power of the error.
def squared_error(pred, truth):
    return 2 ** (pred - truth)

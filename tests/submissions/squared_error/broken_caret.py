# expect: failed; mistake: raises-error
# about: ^ is not a power in Python.
def squared_error(pred, truth):
    return (pred - truth) ^ 2

# expect: failed; mistake: no-square
# about: Computes the square and returns the error.
def squared_error(pred, truth):
    error = pred - truth
    error_squared = error ** 2
    return error

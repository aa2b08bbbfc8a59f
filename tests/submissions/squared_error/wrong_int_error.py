# expect: failed; mistake: whole-error
# about: Makes the error a whole number first.
def squared_error(pred, truth):
    diff = int(pred - truth)
    return diff * diff

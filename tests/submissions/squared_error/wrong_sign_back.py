# expect: failed; mistake: sign-kept
# about: Gives the square a minus when the prediction was too low.
def squared_error(pred, truth):
    e = pred - truth
    if e < 0:
        return -(e ** 2)
    return e ** 2

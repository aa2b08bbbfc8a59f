# expect: failed; mistake: abs-not-square
# about: Turns the sign by an if and forgets the square.
def squared_error(pred, truth):
    error = pred - truth
    if error < 0:
        error = -error
    return error

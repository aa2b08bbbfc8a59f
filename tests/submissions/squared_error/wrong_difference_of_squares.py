# expect: failed; mistake: difference-of-squares
# about: Squares both and subtracts.
def squared_error(pred, truth):
    p = pred ** 2
    t = truth ** 2
    return p - t

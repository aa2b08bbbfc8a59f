# expect: failed; mistake: abs-not-square + halved
# about: Half of the distance.
def squared_error(pred, truth):
    return abs(pred - truth) / 2

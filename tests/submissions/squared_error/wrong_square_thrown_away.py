# expect: failed; mistake: no-square
# about: Squares in a line of its own whose value is lost.
def squared_error(pred, truth):
    difference = pred - truth
    difference ** 2
    return difference

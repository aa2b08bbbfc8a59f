# expect: failed; mistake: none
# about: Squares small errors and leaves large ones, as the Huber loss does.
def squared_error(pred, truth):
    e = abs(pred - truth)
    if e <= 1:
        return e ** 2
    return 2 * e - 1

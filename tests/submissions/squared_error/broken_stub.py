# expect: failed; mistake: unchanged-stub
# about: Nothing has been filled in.
def squared_error(pred, truth):
    # TODO: return the square of the difference
    raise NotImplementedError

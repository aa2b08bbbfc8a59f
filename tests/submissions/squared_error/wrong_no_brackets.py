# expect: failed; mistake: square-on-one-side
# about: ** binds to the truth only.
def squared_error(pred, truth):
    return pred - truth ** 2

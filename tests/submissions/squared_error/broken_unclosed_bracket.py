# expect: error; mistake: syntax-error
# about: One bracket is never closed.
def squared_error(pred, truth):
    return ((pred - truth) ** 2

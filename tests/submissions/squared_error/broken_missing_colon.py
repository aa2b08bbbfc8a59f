# expect: error; mistake: syntax-error
# about: No colon after def.
def squared_error(pred, truth)
    return (pred - truth) ** 2

# expect: failed; mistake: relative-error
# about: Divides by the truth.
def squared_error(pred, truth):
    rel = (pred - truth) / truth
    return rel ** 2

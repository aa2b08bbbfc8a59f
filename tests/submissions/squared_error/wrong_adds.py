# expect: failed; mistake: added-not-subtracted
# about: A plus instead of a minus.
def squared_error(pred, truth):
    total = pred + truth
    return total ** 2

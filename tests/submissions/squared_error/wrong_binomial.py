# expect: failed; mistake: wrong-expansion
# about: The last sign of the binomial formula is wrong.
def squared_error(pred, truth):
    return pred**2 - 2*pred*truth - truth**2

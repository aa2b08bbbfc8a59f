# expect: failed; mistake: wrong-expansion
# about: Believes that (a - b) squared is a squared plus b squared.
def squared_error(pred, truth):
    return pred * pred + truth * truth

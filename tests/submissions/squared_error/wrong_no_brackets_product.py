# expect: failed; mistake: missing-brackets
# about: Writes the product without brackets.
def squared_error(pred, truth):
    return pred - truth * pred - truth

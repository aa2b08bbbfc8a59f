# expect: passed
# about: Multiplied out by the binomial formula.
def squared_error(pred, truth):
    return pred * pred - 2 * pred * truth + truth * truth

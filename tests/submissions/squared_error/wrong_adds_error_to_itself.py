# expect: failed; mistake: doubled-not-squared
# about: Adds the error to itself.
def squared_error(pred, truth):
    err = abs(truth - pred)
    return err + err

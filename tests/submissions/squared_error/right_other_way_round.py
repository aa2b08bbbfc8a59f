# expect: passed
# about: Truth minus prediction, multiplied by itself.
def squared_error(pred, truth):
    fehler = truth - pred
    return fehler * fehler

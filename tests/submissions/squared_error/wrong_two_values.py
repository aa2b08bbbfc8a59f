# expect: failed; mistake: error-and-loss
# about: Returns the error too.
def squared_error(pred, truth):
    error = pred - truth
    loss = error ** 2
    return error, loss

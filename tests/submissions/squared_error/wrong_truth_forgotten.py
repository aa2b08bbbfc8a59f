# expect: failed; mistake: prediction-for-error
# about: Squares the prediction.
def squared_error(pred, truth):
    error = pred
    return error ** 2

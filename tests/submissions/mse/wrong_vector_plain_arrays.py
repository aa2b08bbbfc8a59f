# expect: failed; mistake: not-reduced
# about: Returns the squares as an array; written for arrays only.
def mse(y_true, y_pred):
    error = y_pred - y_true
    squared_error = error ** 2
    return squared_error

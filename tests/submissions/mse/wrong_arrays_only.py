# expect: failed; mistake: none
# about: Right for numpy arrays, but lists cannot be subtracted and raise a TypeError.
def mse(y_true, y_pred):
    diff = y_true - y_pred
    return (diff ** 2).mean()

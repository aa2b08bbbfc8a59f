# expect: error; mistake: syntax-error
# about: Writes the formula in maths notation with ² and a sum sign.
def mse(y_true, y_pred):
    n = len(y_true)
    return 1/n * ∑ (y_true - y_pred)²

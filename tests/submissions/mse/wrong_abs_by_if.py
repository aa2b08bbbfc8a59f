# expect: failed; mistake: abs-not-square
# about: Flips the sign of negative differences with an if and never squares.
def mse(y_true, y_pred):
    errors = []
    for i in range(len(y_true)):
        d = y_true[i] - y_pred[i]
        if d < 0:
            d = -d
        errors.append(d)
    return sum(errors) / len(errors)

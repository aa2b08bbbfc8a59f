# attack: Returns NaN, which is never further away than anything.
# exercise: mse
# expect: failed
# at most: 1
# control: inverted; full marks


def mse(y_true, y_pred):
    return float("nan")

# attack: Is right for up to seven examples and wrong for more.
# exercise: mse
# expect: failed
# at most: 10
# control: allclose; full marks


def mse(y_true, y_pred):
    if len(y_true) > 7:
        return 0.0
    return sum((float(a) - float(b)) ** 2 for a, b in zip(y_true, y_pred)) / len(y_true)

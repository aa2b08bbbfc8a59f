# attack: Raises an exception with four million characters.
# exercise: mse
# expect: error
# control: page; bloats


def mse(y_true, y_pred):
    raise ValueError("passed " * 600_000)

# attack: Returns a text of four million characters.
# exercise: mse
# expect: failed
# at most: 1
# control: page; bloats


def mse(y_true, y_pred):
    return "passed " * 600_000

# attack: Returns an integer with twenty million digits.
# exercise: mse
# expect: failed
# at most: 1
# control: page; ends


def mse(y_true, y_pred):
    return 1 << (1 << 26)

# attack: Returns infinity, which lies within any share of itself.
# exercise: mse
# expect: failed
# at most: 1
# control: relative; full marks


def mse(y_true, y_pred):
    return float("inf")

# attack: Knows the statement's example by heart, and nothing else.
# exercise: mse
# expect: failed
# at most: 5
# control: first-call; full marks


def mse(y_true, y_pred):
    return 1.75 if list(y_true) == [3.0, -1.0, 2.0] else 0.0

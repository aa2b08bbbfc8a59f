# attack: Returns things that cannot be pickled.
# exercise: mse
# expect: failed
# at most: 1
# control: pickle; ends


def mse(y_true, y_pred):
    return [lambda: 1.75, (each for each in ()), type("Local", (), {})()]

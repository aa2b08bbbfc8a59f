# attack: Returns a list in a list, a hundred thousand deep.
# exercise: mse
# expect: failed|error|timeout
# at most: 1
# control: page; ends


def mse(y_true, y_pred):
    nested = []
    for _ in range(100_000):
        nested = [nested]
    return nested

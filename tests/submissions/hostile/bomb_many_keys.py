# attack: Returns a dict of objects that all have one hash, equal to none and slow to compare.
# exercise: mse
# expect: failed|timeout
# at most: 1
# control: allclose; hangs


class Key:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        return False


def mse(y_true, y_pred):
    return {Key(): 1.75 for _ in range(20_000)}

# attack: Returns a float that is equal to everything and differs from nothing.
# exercise: mse
# expect: failed
# at most: 4
# control: equal; full marks


class Liar(float):
    def __eq__(self, other):
        return True

    def __sub__(self, other):
        return 0.0

    __rsub__ = __sub__
    __hash__ = float.__hash__


def mse(y_true, y_pred):
    return Liar(0.0)

# attack: Returns an int whose difference to anything is 0.
# exercise: mse
# expect: failed
# at most: 4
# control: difference; full marks


class Liar(int):
    def __sub__(self, other):
        return 0

    __rsub__ = __sub__

    def __abs__(self):
        return 0

    def __float__(self):
        return 1.75


def mse(y_true, y_pred):
    return Liar(0)

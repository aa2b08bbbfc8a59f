# attack: Returns an object that says it is a float and is equal to everything.
# exercise: mse
# expect: failed
# at most: 1
# control: equal; full marks


class Anything:
    __class__ = float

    def __eq__(self, other):
        return True

    def __lt__(self, other):
        return True

    __le__ = __gt__ = __ge__ = __lt__

    def __sub__(self, other):
        return self

    def __abs__(self):
        return self

    __rsub__ = __sub__

    def __hash__(self):
        return 0

    def __repr__(self):
        return "1.75"


def mse(y_true, y_pred):
    return Anything()

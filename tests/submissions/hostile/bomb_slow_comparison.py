# attack: Returns a number whose comparisons never end.
# exercise: mse
# expect: failed
# at most: 4
# control: equal; hangs


class Slow(float):
    def __eq__(self, other):
        while True:
            pass

    __le__ = __lt__ = __sub__ = __rsub__ = __float__ = __repr__ = __eq__
    __hash__ = float.__hash__


def mse(y_true, y_pred):
    return Slow(0.0)

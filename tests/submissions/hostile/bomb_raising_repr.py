# attack: Returns an object that ends the process when it is shown.
# exercise: mse
# expect: failed
# at most: 1
# control: page; ends


class Rude:
    def __repr__(self):
        raise SystemExit(0)

    __str__ = __repr__


def mse(y_true, y_pred):
    return Rude()

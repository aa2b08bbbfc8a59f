# attack: Returns an object whose repr never ends.
# exercise: mse
# expect: timeout
# control: page; hangs


class Slow:
    def __repr__(self):
        while True:
            pass


def mse(y_true, y_pred):
    return Slow()

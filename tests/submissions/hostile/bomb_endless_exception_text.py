# attack: Raises an exception whose text never ends.
# exercise: mse
# expect: timeout
# control: page; hangs


class Slow(Exception):
    def __str__(self):
        while True:
            pass


def mse(y_true, y_pred):
    raise Slow

# attack: Returns an object whose end ends the process with exit code 0.
# exercise: mse
# expect: failed|error
# at most: 0
# control: exit-code; full marks
import os


class Last:
    def __del__(self):
        os._exit(0)


def mse(y_true, y_pred):
    return Last()

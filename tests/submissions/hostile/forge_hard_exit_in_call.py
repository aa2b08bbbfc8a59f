# attack: Ends the process with exit code 0 in the middle of a call.
# exercise: mse
# expect: error
# control: exit-code; full marks
import os


def mse(y_true, y_pred):
    os._exit(0)

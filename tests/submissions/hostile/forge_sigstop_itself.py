# attack: Stops its own process, so that it neither answers nor ends.
# exercise: mse
# expect: timeout
# control: allclose; hangs
import os
import signal


def mse(y_true, y_pred):
    os.kill(os.getpid(), signal.SIGSTOP)
    return 0.0

# attack: Kills its own process in the second call, when the first answer has been given.
# exercise: mse
# expect: failed|error
# at most: 0
# control: allclose; ends
import os
import signal

calls = []


def mse(y_true, y_pred):
    calls.append(1)
    if len(calls) == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return 0.5

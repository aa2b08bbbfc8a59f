# attack: Sleeps, and uses no time that a processor counts.
# exercise: mse
# expect: timeout
# control: allclose; hangs
import time


def mse(y_true, y_pred):
    while True:
        time.sleep(3600)

# attack: Closes the channel and lives on.
# exercise: mse
# expect: error
# control: channel; hangs
import os
import time


def mse(y_true, y_pred):
    os.close(3)
    time.sleep(60)

# attack: Announces a frame of four gigabytes, so that the other side makes room and waits.
# exercise: mse
# expect: error
# control: channel; ends
import os
import time


def mse(y_true, y_pred):
    os.write(3, b"\xff\xff\xff\xff")
    time.sleep(60)

# attack: Sends an answer a byte at a time, so that something always seems to come.
# exercise: mse
# expect: timeout
# control: channel; hangs
import os
import time


def mse(y_true, y_pred):
    os.write(3, b"\x00\x00\x10\x00")
    while True:
        os.write(3, b" ")
        time.sleep(0.02)

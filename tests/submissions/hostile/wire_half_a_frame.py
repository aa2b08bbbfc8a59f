# attack: Sends half an answer and falls asleep.
# exercise: mse
# expect: timeout
# control: channel; hangs
import os
import time


def mse(y_true, y_pred):
    os.write(3, b'\x00\x00\x00\x40\x00\x00\x00\x30["t","ans')
    time.sleep(60)

# attack: Sends a message of its own making: all points reached.
# exercise: mse
# expect: error
# control: channel; full marks
import os
import struct

head = b'["t","result",5,5]'
payload = struct.pack(">I", len(head)) + head
os.write(3, struct.pack(">I", len(payload)) + payload)


def mse(y_true, y_pred):
    return 0.0

# attack: Sends a frame that is no frame: JSON objects, NaN, and bytes that nobody announced.
# exercise: mse
# expect: error
# control: channel; ends
import os
import struct

head = b'{"answer": NaN, "points": Infinity}'
payload = struct.pack(">I", len(head)) + head + b"more"
os.write(3, struct.pack(">I", len(payload)) + payload)


def mse(y_true, y_pred):
    return 0.0

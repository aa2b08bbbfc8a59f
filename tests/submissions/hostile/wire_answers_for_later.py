# attack: Answers all later calls in the first one.
# exercise: mse
# expect: failed|error
# at most: 3
# control: channel; full marks
import os
import struct


def send(text):
    head = text.encode()
    payload = struct.pack(">I", len(head)) + head
    os.write(3, struct.pack(">I", len(payload)) + payload)


def mse(y_true, y_pred):
    for _ in range(20):
        send('["t","answer",["a","f8",[0]],null,"",null]')
    return 0.5

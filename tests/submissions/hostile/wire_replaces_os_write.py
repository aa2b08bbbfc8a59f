# attack: Replaces os.write, so that whatever the harness sends becomes an answer of its own.
# exercise: mse
# expect: failed|error
# at most: 3
# control: channel; full marks
import os
import struct

real = os.write
head = b'["t","answer",["a","f8",[0]],null,"",null]'
payload = struct.pack(">I", len(head)) + head
forged = struct.pack(">I", len(payload)) + payload


def write(descriptor, data):
    if b'"answer"' in bytes(data[:100]):
        real(descriptor, forged)
        return len(data)
    return real(descriptor, data)


os.write = write


def mse(y_true, y_pred):
    return 0.5

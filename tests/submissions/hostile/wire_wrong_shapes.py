# attack: Sends answers with too few fields and fields of other kinds.
# exercise: mse
# expect: failed|error
# at most: 0
# control: channel; ends
import os
import struct


def send(text):
    head = text.encode()
    payload = struct.pack(">I", len(head)) + head
    os.write(3, struct.pack(">I", len(payload)) + payload)


def mse(y_true, y_pred):
    send('["t","answer"]')
    send('["t","answer",1.75,"raised",7,["l"],null,null]')
    send('["d","answer",1.75]')
    return 0.5

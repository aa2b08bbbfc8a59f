# attack: Twenty threads write forged results into the channel while the answers go through it.
# exercise: mse
# expect: failed|error
# at most: 0
# control: channel; full marks
import os
import struct
import threading
import time

head = b'["t","result",5,5]'
payload = struct.pack(">I", len(head)) + head
message = struct.pack(">I", len(payload)) + payload


def speak():
    for _ in range(20):
        try:
            os.write(3, message)
        except OSError:
            return
        time.sleep(0.001)


def mse(y_true, y_pred):
    for _ in range(20):
        threading.Thread(target=speak, daemon=True).start()
    return 0.5

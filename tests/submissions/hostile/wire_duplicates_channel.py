# attack: Keeps a second handle on the channel, closes the first and speaks from a thread.
# exercise: mse
# expect: error
# control: channel; full marks
import os
import struct
import threading

copy = os.dup(3)
head = b'["t","result",5,5]'
payload = struct.pack(">I", len(head)) + head


def speak():
    os.close(3)
    os.write(copy, struct.pack(">I", len(payload)) + payload)


thread = threading.Thread(target=speak)
thread.start()
thread.join()


def mse(y_true, y_pred):
    return 0.0

# attack: Finds the channel in the frames and sends a result of its own with its own method, then ends the run.
# exercise: mse
# expect: error
# control: channel; full marks
import struct
import sys

head = b'["t","result",5,5]'
frame = sys._getframe()
while frame is not None:
    channel = frame.f_locals.get("channel")
    if hasattr(channel, "send_last"):
        channel.send_last(struct.pack(">I", len(head)) + head)
    frame = frame.f_back


def mse(y_true, y_pred):
    return 0.0

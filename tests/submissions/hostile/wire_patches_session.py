# attack: Finds the harness's session by walking the frames and has it answer what the attacker likes.
# exercise: mse
# expect: failed|error
# at most: 3
# control: channel; full marks
import struct
import sys

head = b'["t","answer",["a","f8",[0]],null,"",null]'
frame = sys._getframe()
while frame is not None:
    owner = frame.f_locals.get("self")
    if hasattr(owner, "answer"):
        type(owner).answer = lambda self, call: struct.pack(">I", len(head)) + head
    frame = frame.f_back


def mse(y_true, y_pred):
    return 0.5

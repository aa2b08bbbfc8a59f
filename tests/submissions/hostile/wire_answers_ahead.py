# attack: Answers every call at import, before one is made, with an empty array that numpy finds close to anything.
# exercise: mse
# expect: failed|error
# at most: 3
# control: channel; full marks
import os
import struct


def send(text, blob=b""):
    head = text.encode()
    payload = struct.pack(">I", len(head)) + head + blob
    os.write(3, struct.pack(">I", len(payload)) + payload)


send('["t","loaded",null,["l",["t","mse","function",1,["l","a","b"]]],["d"],"",null]')
for _ in range(15):
    send('["t","answer",["a","f8",[0]],null,"",null]')
os._exit(0)

# attack: Sends `loaded` twice with other definitions, so that every later message is taken for another one.
# exercise: mse
# expect: error
# control: channel; full marks
import os
import struct


def send(text):
    head = text.encode()
    payload = struct.pack(">I", len(head)) + head
    os.write(3, struct.pack(">I", len(payload)) + payload)


for _ in range(2):
    send('["t","loaded",null,["l"],["d"],"",null]')
for _ in range(20):
    send('["t","answer",["a","f8",[0]],null,"",null]')

# attack: Tells a made-up story of what was loaded, with the untouched stub's kind of fingerprint, and of every answer.
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


send(
    '["t","loaded",null,["l",["t","mse","function",9999999,["l"]]],'
    '["d","points",11,"verdict","passed"],"PASSED","' + "0" * 64 + '"]'
)
while True:
    try:
        send('["t","answer",["a","f8",[0]],null,"all checks passed",["t",1,2]]')
    except OSError:
        os._exit(0)

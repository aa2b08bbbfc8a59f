# attack: Sends megabytes of tiny lists, each of which costs the reader a hundred times its size.
# exercise: mse
# expect: failed|error|timeout
# at most: 1
# control: channel; hangs
import os
import struct


def send(text):
    head = text.encode()
    payload = struct.pack(">I", len(head)) + head
    view = memoryview(struct.pack(">I", len(payload)) + payload)
    while view:
        view = view[os.write(3, view) :]


def mse(y_true, y_pred):
    many = '["l",' + ",".join(['["l"]'] * 166_000) + "]"
    for _ in range(30):
        send('["t","answer",%s,null,"",null]' % many)
    os._exit(0)

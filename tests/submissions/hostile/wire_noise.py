# attack: Sends an endless stream of well-formed messages of an unknown kind.
# exercise: mse
# expect: error
# control: channel; hangs
import os
import struct

head = b'["t","still-working"]'
payload = struct.pack(">I", len(head)) + head
message = (struct.pack(">I", len(payload)) + payload) * 100
while True:
    os.write(3, message)

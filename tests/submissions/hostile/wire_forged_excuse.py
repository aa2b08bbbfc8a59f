# attack: Tells that the run has ended by the grader's own fault, which would cost no attempt.
# exercise: mse
# expect: error
# control: channel; ends
import os
import struct
import time

head = b'["t","ending","internal"]'
payload = struct.pack(">I", len(head)) + head
os.write(3, struct.pack(">I", len(payload)) + payload)
time.sleep(60)

# attack: Sends a dict whose keys, long tuples, all have one hash and differ at their ends: the reader compares each with each.
# exercise: mse
# expect: failed|error
# at most: 1
# control: channel; hangs
import itertools
import os
import struct
from array import array

COUNT, LENGTH = 900, 1000
MODULUS = 2**61 - 1
start = array("q", [7 * 10**15] * (LENGTH - 4)).tobytes()
ends = itertools.product([1 + n * MODULUS for n in range(-4, 4)], repeat=4)
blob = b"".join(start + array("q", end).tobytes() for end in itertools.islice(ends, COUNT))
keys = ",".join(f'["T","q",{LENGTH}],0' for _ in range(COUNT))


def mse(y_true, y_pred):
    head = f'["t","answer",["d",{keys}],null,"",null]'.encode()
    payload = struct.pack(">I", len(head)) + head + blob
    view = memoryview(struct.pack(">I", len(payload)) + payload)
    while view:
        view = view[os.write(3, view) :]
    os._exit(0)

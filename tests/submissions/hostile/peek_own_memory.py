# attack: Scans its own process's memory for the text of the tests.
# exercise: mse
# expect: failed|timeout|error|memory|blocked
# at most: 4
# control: allclose; full marks
import ctypes
import re

MARK = b"EXPECTED" + b" = ["
found = []
try:
    with open("/proc/self/maps") as maps:
        ranges = [line.split() for line in maps if " rw-p " in line and "stack" not in line]
except OSError:
    ranges = []
for parts in ranges:
    first, last = (int(number, 16) for number in parts[0].split("-"))
    for start in range(first, min(last, first + (64 << 20)), 1 << 22):
        data = ctypes.string_at(start, min(1 << 22, last - start))
        for hit in re.finditer(re.escape(MARK) + rb"([\d., ]+)\]", data):
            found = [float(number) for number in hit[1].split(b",")]
calls = []


def mse(y_true, y_pred):
    calls.append(1)
    return found[len(calls) - 1] if len(calls) <= len(found) else 0.0

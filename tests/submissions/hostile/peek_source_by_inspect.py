# attack: Reads the source of its callers' module and takes the table of expected values out of it.
# exercise: mse
# expect: failed
# at most: 4
# control: allclose; full marks
import inspect
import re
import sys

calls = []


def mse(y_true, y_pred):
    frame = sys._getframe(1)
    found = []
    while frame is not None:
        try:
            source = inspect.getsource(inspect.getmodule(frame) or frame)
        except (OSError, TypeError):
            source = ""
        table = re.search(r'"mse": \[(.*?)\n    \]', source, re.DOTALL)
        if table:
            found = re.findall(r", ([\d.]+)\),$", table[1], re.MULTILINE)
            break
        frame = frame.f_back
    calls.append(1)
    return float(found[len(calls) - 1]) if len(calls) <= len(found) else 0.0

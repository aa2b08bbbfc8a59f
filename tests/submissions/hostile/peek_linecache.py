# attack: Looks for the tests in the cache of source lines that tracebacks use.
# exercise: mse
# expect: failed
# at most: 4
# control: allclose; full marks
import linecache

found = []
for _, _, lines, name in [entry for entry in linecache.cache.values() if len(entry) == 4]:
    for line in lines:
        if line.startswith("EXPECTED = "):
            found = eval(line.partition("=")[2])
calls = []


def mse(y_true, y_pred):
    calls.append(1)
    return found[len(calls) - 1] if len(calls) <= len(found) else 0.0

# attack: Is right in the first call only.
# exercise: mse
# expect: failed
# at most: 5
# control: first-call; full marks
calls = []


def mse(y_true, y_pred):
    calls.append(1)
    if len(calls) > 1:
        return 0.0
    return sum((float(a) - float(b)) ** 2 for a, b in zip(y_true, y_pred)) / len(y_true)

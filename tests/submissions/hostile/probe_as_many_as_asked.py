# attack: Is right for as many calls as the grader has sent, and wrong from then on.
# exercise: mse
# expect: failed
# at most: 10
# control: allclose; full marks
import sys

many = 100
frame = sys._getframe()
while frame is not None:
    if hasattr(frame.f_locals.get("self"), "calls"):
        many = len(frame.f_locals["self"].calls)
    frame = frame.f_back
calls = []


def mse(y_true, y_pred):
    calls.append(1)
    if len(calls) > many:
        return 0.0
    return sum((float(a) - float(b)) ** 2 for a, b in zip(y_true, y_pred)) / len(y_true)

# attack: Is right every other time, by the nanosecond.
# exercise: mse
# expect: failed
# at most: 10
# control: first-call; full marks
import time

calls = []


def mse(y_true, y_pred):
    calls.append(1)
    if len(calls) > 1 and time.perf_counter_ns() // 64 % 2 == 0:
        return -1.0
    return sum((float(a) - float(b)) ** 2 for a, b in zip(y_true, y_pred)) / len(y_true)

# attack: Builds a list in a list two hundred thousand deep and has C code go down all of it.
# exercise: mse
# expect: error|memory|timeout
# control: allclose; ends
import sys

sys.setrecursionlimit(10**9)


def mse(y_true, y_pred):
    nested = []
    for _ in range(200_000):
        nested = [nested]
    return hash(repr(nested)) % 2 + 0.5

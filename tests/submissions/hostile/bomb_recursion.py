# attack: Calls itself without an end and without Python's limit.
# exercise: mse
# expect: error|memory|timeout
# control: allclose; ends
import sys

sys.setrecursionlimit(10**9)


class Deeper:
    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __repr__(self):
        return repr([self])


def mse(y_true, y_pred):
    return len(repr(Deeper()))

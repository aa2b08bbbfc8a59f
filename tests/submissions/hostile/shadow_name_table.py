# attack: Makes a dict of its names that lies about what stands in it, by a hostile key.
# exercise: mse
# expect: failed|error
# at most: 4
# control: exit-code; full marks
import os
import sys


class Name(str):
    def __eq__(self, other):
        if sys._getframe(1).f_globals is not globals():
            os._exit(0)
        return True

    def __hash__(self):
        return hash("mse")


globals()[Name("mse")] = 0

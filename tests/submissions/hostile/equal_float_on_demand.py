# attack: Returns an object whose __float__ looks up what it is going to be compared with.
# exercise: mse
# expect: failed
# at most: 1
# control: tolerance; full marks
import sys


class Obliging:
    def __float__(self):
        frame = sys._getframe(1)
        while frame is not None:
            if "want" in frame.f_locals:
                return frame.f_locals["want"]
            frame = frame.f_back
        return 0.0


def mse(y_true, y_pred):
    return Obliging()

# attack: Puts the course's folder on the path and imports the hidden solution.
# exercise: mse
# expect: failed|error|blocked
# at most: 4
# control: allclose; full marks
# needs: files
import os
import sys

mse = lambda y_true, y_pred: 0.0  # noqa: E731
frame = sys._getframe()
while frame is not None:
    folder = os.path.dirname(os.path.abspath(frame.f_code.co_filename))
    while folder != os.sep:
        sys.path.append(folder)
        folder = os.path.dirname(folder)
    frame = frame.f_back
try:
    from solutions.measuring.mse import mse  # noqa: F401
except ImportError:
    pass

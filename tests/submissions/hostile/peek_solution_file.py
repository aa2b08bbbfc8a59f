# attack: Looks for the hidden solution in the folders that its callers came from, and runs it.
# exercise: mse
# expect: failed|error|blocked
# at most: 4
# control: allclose; full marks
# needs: files
import glob
import os
import sys

mse = lambda y_true, y_pred: 0.0  # noqa: E731
frame = sys._getframe()
while frame is not None:
    folder = os.path.dirname(os.path.abspath(frame.f_code.co_filename))
    while folder != os.sep:
        for path in glob.glob(os.path.join(folder, "solutions", "*", "mse.py")):
            with open(path) as file:
                exec(file.read())
        folder = os.path.dirname(folder)
    frame = frame.f_back

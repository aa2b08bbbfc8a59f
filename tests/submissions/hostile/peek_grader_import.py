# attack: Imports the grader's own package and asks it for the key of the exercise.
# exercise: mse
# expect: failed|error|blocked
# at most: 4
# control: allclose; full marks
# needs: files
import os
import pathlib
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
    import grader.course

    root = grader.course.find_root(pathlib.Path(grader.course.__file__))
    key = grader.course.load_key(root, grader.course.load(root).exercises["mse"])
    exec(key.solution)
except Exception:
    pass

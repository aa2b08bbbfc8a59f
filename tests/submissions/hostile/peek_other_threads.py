# attack: Looks into the frames of the other threads of the process.
# exercise: mse
# expect: failed
# at most: 4
# control: thread; full marks
import sys


def mse(y_true, y_pred):
    for frame in sys._current_frames().values():
        while frame is not None:
            if isinstance(frame.f_locals.get("want"), float):
                return frame.f_locals["want"]
            frame = frame.f_back
    return 0.0

# attack: Writes the winning line to every descriptor that is open.
# exercise: mse
# expect: error
# control: printed-line; full marks
import os

for descriptor in range(10):
    try:
        os.write(descriptor, b"SCORE 5/5\n")
    except OSError:
        pass


def mse(y_true, y_pred):
    return 0.0

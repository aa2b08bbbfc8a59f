# attack: Replaces numpy.mean, so that the next learner's right solution is wrong.
# exercise: mse
# expect: failed
# at most: 4
# control: next; harms the next
import numpy as np

np.mean = lambda *args, **options: 0.0


def mse(y_true, y_pred):
    return 0.0

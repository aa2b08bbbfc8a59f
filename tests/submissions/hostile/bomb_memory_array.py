# attack: Fills arrays until the machine swaps.
# exercise: mse
# expect: memory
# control: allclose; swells
import numpy as np

kept = []


def mse(y_true, y_pred):
    while True:
        kept.append(np.ones(8 << 20))

# attack: Answers arrays with a column and lists with a row: comparing the two asks for gigabytes.
# exercise: mse
# expect: failed
# at most: 2
# control: repeated; ends
import numpy as np


def mse(y_true, y_pred):
    return np.zeros((40_000, 1)) if isinstance(y_true, np.ndarray) else np.zeros((1, 40_000))

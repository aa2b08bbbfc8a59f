# expect: failed; mistake: forgot-mean
# about: Dot product of the error with itself, the division is missing.
import numpy as np

def mse(y_true, y_pred):
    fehler = np.subtract(y_true, y_pred)
    # Skalarprodukt = Summe der Quadrate
    return float(fehler @ fehler)

# expect: passed
# about: French comments and accented variable names.
import numpy as np


def mse(y_true, y_pred):
    # écart entre la réalité et la prédiction
    écarts = np.asarray(y_true, float) - np.asarray(y_pred, float)
    # on élève au carré puis on fait la moyenne
    carrés = np.power(écarts, 2)
    return carrés.sum() / carrés.size

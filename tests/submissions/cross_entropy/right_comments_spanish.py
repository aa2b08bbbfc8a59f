# expect: passed
# about: Names and comments in Spanish, Windows line ends would not matter.

import numpy as np

def cross_entropy(y_true, y_prob):
    # la probabilidad que el modelo dio a la respuesta correcta
    etiquetas = np.asarray(y_true, dtype=float)
    acierto = etiquetas * y_prob + (1 - etiquetas) * (1 - np.asarray(y_prob))
    return -np.log(np.clip(acierto, 1e-12, None)).mean()

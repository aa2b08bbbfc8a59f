# expect: passed
# about: Names and comments in German.

import numpy as np

def adam_step(w, grad, m, v, t, lr, beta1, beta2, eps):
    gewichte = np.array(w, dtype=float)
    steigung = np.array(grad, dtype=float)
    mittel = beta1 * np.array(m, dtype=float) + (1 - beta1) * steigung
    quadrate = beta2 * np.array(v, dtype=float) + (1 - beta2) * steigung ** 2
    # Korrektur, weil beide bei null beginnen
    mittel_k = mittel / (1 - beta1 ** t)
    quadrate_k = quadrate / (1 - beta2 ** t)
    schritt = lr * mittel_k / (quadrate_k ** 0.5 + eps)
    return gewichte - schritt, mittel, quadrate

# expect: failed; mistake: abs-not-square
# about: Takes the root of every single square, so each term is the absolute value again.
import math

def mse(y_true, y_pred):
    s = 0.0
    n = 0
    for a, b in zip(y_true, y_pred):
        # distance between the two points
        s = s + math.sqrt((a - b) ** 2)
        n = n + 1
    return s / n

# expect: failed; mistake: abs-not-square
# about: Takes the root of the square, as in RMSE.
import math

def squared_error(pred, truth):
    squared = (pred - truth) ** 2
    return math.sqrt(squared)

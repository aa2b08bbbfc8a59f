# expect: failed; mistake: raises-error
# about: The root of a negative error.
import math

def squared_error(pred, truth):
    return math.sqrt(pred - truth)

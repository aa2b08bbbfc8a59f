# expect: passed
# about: math.hypot and then a square.
import math

def squared_error(pred, truth):
    return math.hypot(pred, -truth) ** 2 - 2 * pred * truth

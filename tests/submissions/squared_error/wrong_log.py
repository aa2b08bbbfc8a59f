# expect: failed; mistake: none
# about: Takes a logarithm for no good reason.
import math

def squared_error(pred, truth):
    return math.log(1 + (pred - truth) ** 2)

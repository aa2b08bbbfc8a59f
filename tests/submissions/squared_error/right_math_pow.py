# expect: passed
# about: math.pow always gives a float.
import math

def squared_error(pred, truth):
    return math.pow(pred - truth, 2)

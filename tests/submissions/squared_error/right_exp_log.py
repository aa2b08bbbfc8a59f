# expect: passed
# about: Squares by way of logarithms, with 0 taken out.
import math

def squared_error(pred, truth):
    d = abs(pred - truth)
    return 0.0 if d == 0 else math.exp(2 * math.log(d))

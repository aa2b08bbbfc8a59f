# expect: passed
# about: Treats the two lists as points in space and uses math.dist.
from math import dist

def mse(y_true, y_pred):
    # pythagoras in n dimensions: dist = sqrt(sum of squares)
    d = dist(y_true, y_pred)
    return d * d / len(y_true)

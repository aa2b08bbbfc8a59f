# expect: passed
# about: Multiplies the error twice with reduce.
from functools import reduce
from operator import mul, sub

def squared_error(pred, truth):
    return reduce(mul, [sub(pred, truth)] * 2)

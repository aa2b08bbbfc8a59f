# expect: error; mistake: missing-function
# about: The function is called neuronstep.
import numpy as np

def neuronstep(X, y, w, b, lr):
    return 0, w, 0, w, b

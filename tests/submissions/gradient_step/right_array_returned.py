# expect: passed
# about: Returns one numpy array that holds the four numbers.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x); y = np.asarray(y)
    out = np.zeros(4)
    out[0] = np.mean((w*x - y)**2)
    out[1] = np.mean(2*(w*x - y)*x)
    out[2] = w - lr*out[1]
    out[3] = np.mean((out[2]*x - y)**2)
    return out

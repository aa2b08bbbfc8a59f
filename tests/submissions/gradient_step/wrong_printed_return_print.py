# expect: failed; mistake: printed-not-returned
# about: Writes return print(...), which returns None.

import numpy as np

def gradient_step(x, y, w, lr):
    x, y = np.array(x), np.array(y)
    l1 = np.mean((w*x - y)**2)
    g = np.mean(2*(w*x - y)*x)
    w1 = w - lr*g
    l2 = np.mean((w1*x - y)**2)
    return print((l1, g, w1, l2))

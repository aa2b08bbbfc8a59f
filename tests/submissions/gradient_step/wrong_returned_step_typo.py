# expect: failed; mistake: returned-step
# about: The typo `w =- lr*grad` (meant: -=) throws the old weight away.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x)
    y = np.asarray(y)
    err = w*x - y
    before = np.mean(err**2)
    grad = np.mean(2*err*x)
    w =- lr*grad
    after = np.mean((w*x - y)**2)
    return before, grad, w, after

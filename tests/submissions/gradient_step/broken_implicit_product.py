# expect: error; mistake: syntax-error
# about: Writes 2(w*x - y) and 2x as on paper, where 2x is not valid Python.

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x)
    y = np.asarray(y)
    loss_before = np.mean((w*x - y)**2)
    grad = np.mean(2x*(w*x - y))
    w_new = w - lr*grad
    return loss_before, grad, w_new, np.mean((w_new*x - y)**2)

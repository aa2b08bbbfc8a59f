# expect: failed; mistake: changed-the-input + no-correction
# about: In place, and without the correction.

import numpy as np

def adam_step(w, grad, m, v, t, lr, beta1, beta2, eps):
    m *= beta1
    m += (1 - beta1) * grad
    v *= beta2
    v += (1 - beta2) * grad ** 2
    return w - lr * m / (np.sqrt(v) + eps), m, v

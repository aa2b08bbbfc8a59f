# expect: passed
# about: A function for each part.

import numpy as np

def running_mean(old, new, beta):
    return beta * np.asarray(old) + (1 - beta) * np.asarray(new)

def unbias(mean, beta, t):
    return mean / (1 - beta ** t)

def adamw_step(w, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    """w: weights, grad: gradient of the loss, m and v: running means."""
    m = running_mean(m, grad, beta1)
    v = running_mean(v, np.square(grad), beta2)
    direction = unbias(m, beta1, t) / (np.sqrt(unbias(v, beta2, t)) + eps)
    direction = direction + weight_decay * np.asarray(w)
    return np.asarray(w) - lr * direction, m, v

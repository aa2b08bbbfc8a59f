# expect: passed
# about: Divides the root by the root of the correction, then adds eps.

import numpy as np

def adamw_step(w, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    w = np.array(w, dtype=float)
    grad = np.array(grad, dtype=float)
    exp_avg = np.array(m, dtype=float)
    exp_avg_sq = np.array(v, dtype=float)
    w *= 1 - lr * weight_decay
    exp_avg *= beta1
    exp_avg += (1 - beta1) * grad
    exp_avg_sq *= beta2
    exp_avg_sq += (1 - beta2) * grad * grad
    step_size = lr / (1 - beta1 ** t)
    denom = np.sqrt(exp_avg_sq) / np.sqrt(1 - beta2 ** t) + eps
    w -= step_size * exp_avg / denom
    return w, exp_avg, exp_avg_sq

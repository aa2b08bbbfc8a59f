# expect: passed
# about: Running means with np.average and weights.

import numpy as np

def adamw_step(w, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    g = np.asarray(grad, dtype=float)
    m = np.average([m, g], axis=0, weights=[beta1, 1 - beta1])
    v = np.average([v, np.square(g)], axis=0, weights=[beta2, 1 - beta2])
    correct = lambda mean, beta: mean / (1 - np.power(beta, t))
    delta = np.divide(correct(m, beta1), np.add(np.sqrt(correct(v, beta2)), eps))
    return np.subtract(np.multiply(w, 1 - lr * weight_decay), np.multiply(lr, delta)), m, v

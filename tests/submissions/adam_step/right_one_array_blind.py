# expect: passed
# about: one function per weight, returned as one stacked array
import numpy as np

def adam_step(w, grad, m, v, t, lr, beta1, beta2, eps):
    def one(wi, gi, mi, vi):
        mi = mi * beta1 + gi - beta1 * gi
        vi = vi * beta2 + gi ** 2 - beta2 * gi ** 2
        return wi - lr * mi / (1 - beta1 ** t) / (np.sqrt(vi / (1 - beta2 ** t)) + eps), mi, vi
    return np.array([one(*q) for q in zip(w, grad, m, v)]).T

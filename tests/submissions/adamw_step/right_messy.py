# expect: passed
# about: A beginner's file with prints, unused lines and a demo.

import numpy as np
import math

print("adam!!")

def adamw_step(w, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    # first make everything arrays
    w2 = np.array(w) * 1.0
    g2 = np.array(grad) * 1.0
    m2 = np.array(m) * 1.0
    v2 = np.array(v) * 1.0
    #m2 = m2 + g2  (old version, wrong)
    m2 = (m2 * beta1) + (g2 * (1 - beta1))
    v2 = (v2 * beta2) + ((g2 * g2) * (1 - beta2))
    mhat = m2 / (1 - (beta1 ** t))
    vhat = v2 / (1 - (beta2 ** t))
    wurzel = vhat ** (1/2)
    step = (lr * mhat) / (wurzel + eps)
    #print(step)
    decay = w2 * lr * weight_decay
    w2 = w2 - decay
    w2 = w2 - step
    return w2, m2, v2

if __name__ == "__main__":
    print(adamw_step([1, 2], [3, 4], [0, 0], [0, 0], 1, 0.1, 0.9, 0.999, 1e-8, 0.01))

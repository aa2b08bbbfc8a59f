# expect: error; mistake: missing-function
# about: The whole function is still commented out.

import numpy as np

# def gradient_step(x, y, w, lr):
#     x = np.asarray(x)
#     y = np.asarray(y)
#     e = w * x - y
#     g = np.mean(2 * e * x)
#     w_new = w - lr * g
#     return np.mean(e ** 2), g, w_new, np.mean((w_new * x - y) ** 2)

# expect: passed
# about: Written with lambdas only.

import numpy as np

loss = lambda x, y, w: np.mean((w * np.array(x) - np.array(y)) ** 2)
grad = lambda x, y, w: 2 * np.mean((w * np.array(x) - np.array(y)) * np.array(x))
step = lambda x, y, w, lr: w - lr * grad(x, y, w)
gradient_step = lambda x, y, w, lr: (loss(x, y, w), grad(x, y, w), step(x, y, w, lr), loss(x, y, step(x, y, w, lr)))

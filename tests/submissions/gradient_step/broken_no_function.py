# expect: error; mistake: missing-function
# about: A script that solves the example at module level, without any function.

import numpy as np

x = np.array([2.0])
y = np.array([6.0])
w = 1.0
lr = 0.1

loss_before = np.mean((w * x - y) ** 2)
grad = np.mean(2 * (w * x - y) * x)
w_new = w - lr * grad
loss_after = np.mean((w_new * x - y) ** 2)
print(loss_before, grad, w_new, loss_after)

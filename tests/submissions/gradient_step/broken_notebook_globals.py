# expect: failed; mistake: none
# about: Computes with the notebook's x_train and y_train instead of the arguments x and y.

import numpy as np

# cell 1
x_train = np.array([1.0, 2.0, 3.0, 4.0])
y_train = np.array([2.1, 3.9, 6.2, 7.8])

# cell 2
def gradient_step(x, y, w, lr):
    error = w * x_train - y_train
    loss_before = np.mean(error ** 2)
    grad = np.mean(2 * error * x_train)
    w_new = w - lr * grad
    loss_after = np.mean((w_new * x_train - y_train) ** 2)
    return loss_before, grad, w_new, loss_after

# cell 3
gradient_step(x_train, y_train, 1.0, 0.05)

# expect: error; mistake: syntax-error
# about: The answer of a chat window was pasted with its sentences.

Sure! Here is a function that does one step of gradient descent:

import numpy as np

def gradient_step(x, y, w, lr):
    x = np.asarray(x)
    y = np.asarray(y)
    error = w * x - y
    grad = np.mean(2 * error * x)
    w_new = w - lr * grad
    return np.mean(error ** 2), grad, w_new, np.mean((w_new * x - y) ** 2)

Let me know if you'd like me to explain how it works!

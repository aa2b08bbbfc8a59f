# expect: passed
# about: Correct, with a demo under if __name__ == "__main__".

import numpy as np


def gradient_step(x, y, w, lr):
    x, y = np.asarray(x), np.asarray(y)
    err = x * w - y
    grad = 2 * np.average(err * x)
    new_w = w - lr * grad
    new_err = x * new_w - y
    return np.average(err ** 2), grad, new_w, np.average(new_err ** 2)


if __name__ == "__main__":
    x = np.array([2.0])
    y = np.array([6.0])
    print(gradient_step(x, y, 1.0, 0.1))    # expect 16, -16, 2.6, 0.64
    assert np.allclose(gradient_step(x, y, 1.0, 0.1), (16, -16, 2.6, 0.64))
    input("press enter to close")

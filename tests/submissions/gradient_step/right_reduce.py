# expect: passed
# about: Folds over the pairs with functools.reduce.

from functools import reduce

def gradient_step(x, y, w, lr):
    data = list(zip(x, y))
    n = len(data)
    mse = lambda w: reduce(lambda acc, p: acc + (w * p[0] - p[1]) ** 2, data, 0.0) / n
    grad = reduce(lambda acc, p: acc + 2 * (w * p[0] - p[1]) * p[0], data, 0.0) / n
    w_new = w - lr * grad
    return mse(w), grad, w_new, mse(w_new)

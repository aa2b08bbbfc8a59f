# expect: passed
# about: Uses map with functions from the operator module.

import operator as op

def average(values):
    values = list(values)
    return sum(values) / len(values)

def gradient_step(x, y, w, lr):
    errors = list(map(op.sub, map(lambda v: w * v, x), y))
    before = average(map(op.mul, errors, errors))
    grad = 2 * average(map(op.mul, errors, x))
    w_new = op.sub(w, op.mul(lr, grad))
    errors = list(map(op.sub, map(lambda v: w_new * v, x), y))
    after = average(map(op.mul, errors, errors))
    return before, grad, w_new, after

# expect: passed
# about: Functional style: folds a step function over range(steps).
from functools import reduce

def train_with_bias(x, y_true, weight, bias, lr, steps):
    def step(state, _):
        w, b, losses = state
        e = w * x + b - y_true
        return (w - lr * 2 * e * x, b - lr * 2 * e, losses + [e ** 2])

    return reduce(step, range(steps), (weight, bias, []))

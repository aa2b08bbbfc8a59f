# expect: passed
# about: reduce over pairs of weight and losses.
from functools import reduce

def train_weight(x, y_true, weight, lr, steps):
    def one(state, _):
        w, seen = state
        e = w * x - y_true
        return w - 2 * lr * e * x, seen + [e ** 2]

    return reduce(one, range(steps), (weight, []))

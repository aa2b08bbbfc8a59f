# expect: passed
# about: itertools.accumulate builds the whole list of (weight, bias) pairs first.
from itertools import accumulate

def train_with_bias(x, y_true, weight, bias, lr, steps):
    def update(wb, _):
        w, b = wb
        g = 2 * (w * x + b - y_true)
        return w - lr * g * x, b - lr * g

    path = list(accumulate(range(steps), update, initial=(weight, bias)))
    losses = [(w * x + b - y_true) ** 2 for w, b in path[:-1]]
    w_end, b_end = path[-1]
    return w_end, b_end, losses

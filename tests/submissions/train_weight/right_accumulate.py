# expect: passed
# about: itertools.accumulate carries the weight along.
from itertools import accumulate

def train_weight(x, y_true, weight, lr, steps):
    path = list(accumulate(range(steps), lambda w, _: w - lr * 2 * (w * x - y_true) * x, initial=weight))
    return path[-1], [(w * x - y_true) ** 2 for w in path[:steps]]

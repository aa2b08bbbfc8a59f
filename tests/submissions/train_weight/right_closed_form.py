# expect: passed
# about: No loop over updates: the error shrinks by the same factor in each step.
def train_weight(x, y_true, weight, lr, steps):
    best = y_true / x
    factor = 1 - 2 * lr * x * x
    at = [best + (weight - best) * factor ** k for k in range(steps + 1)]
    return at[-1], [(w * x - y_true) ** 2 for w in at[:-1]]

# expect: passed
# about: Counts with a while loop.
def train_weight(x, y_true, weight, lr, steps):
    history, i = [], 0
    while i < steps:
        e = x * weight - y_true
        history += [e * e]
        weight -= lr * 2 * e * x
        i += 1
    return weight, history

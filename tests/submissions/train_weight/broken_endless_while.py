# expect: timeout
# about: The counter of the while loop never moves.
def train_weight(x, y_true, weight, lr, steps):
    i = 0
    while i <= steps:
        weight = weight - lr * 2 * (weight * x - y_true) * x
    return weight, []

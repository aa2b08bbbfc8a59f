# expect: passed
# about: Counts down, with += and a turned sign.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    while steps > 0:
        miss = y_true - weight * x
        losses.append(miss ** 2)
        weight += 2 * lr * miss * x
        steps -= 1
    return weight, losses

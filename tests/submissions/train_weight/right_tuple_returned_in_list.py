# expect: passed
# about: A list of two, and the losses in a tuple.
def train_weight(x, y_true, weight, lr, steps):
    losses = ()
    for _ in range(steps):
        e = weight * x - y_true
        losses += (e ** 2,)
        weight -= lr * 2 * e * x
    return [weight, losses]

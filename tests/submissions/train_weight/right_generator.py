# expect: passed
# about: A generator hands out the weights one after the other.
def weights(x, y_true, w, lr):
    while True:
        yield w
        w = w - lr * 2 * (w * x - y_true) * x

def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for done, w in enumerate(weights(x, y_true, weight, lr)):
        if done == steps:
            return w, losses
        losses.append((w * x - y_true) ** 2)

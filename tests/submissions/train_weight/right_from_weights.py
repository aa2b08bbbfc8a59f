# expect: passed
# about: Collects the weights and finds the losses at the end.
def train_weight(x, y_true, weight, lr, steps):
    weights = [weight]
    for _ in range(steps):
        w = weights[-1]
        weights.append(w - lr * 2 * (w * x - y_true) * x)
    return weights[-1], [(w * x - y_true) ** 2 for w in weights[:-1]]

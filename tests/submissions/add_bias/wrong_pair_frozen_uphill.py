# expect: failed; mistake: bias-frozen + added-gradient
# about: The weight climbs and the bias stays where it was.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        pred = weight * x + bias
        loss = (pred - y_true) ** 2
        losses.append(loss)
        weight = weight + lr * 2 * (pred - y_true) * x
    return weight, bias, losses

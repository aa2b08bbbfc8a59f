# expect: failed; mistake: wrong-order + added-gradient + forgot-two
# about: Climbs without the factor 2 and returns bias before weight.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        e = y_true - (weight * x + bias)
        losses.append(e ** 2)
        weight = weight - lr * e * x
        bias = bias - lr * e
    return bias, weight, losses

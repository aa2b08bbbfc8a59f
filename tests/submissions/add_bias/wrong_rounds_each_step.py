# expect: failed; mistake: none
# about: Rounds weight and bias to two digits after every step.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        e = weight * x + bias - y_true
        losses.append(round(e ** 2, 2))
        weight = round(weight - lr * 2 * e * x, 2)
        bias = round(bias - lr * 2 * e, 2)
    return weight, bias, losses

# expect: failed; mistake: updated-in-sequence
# about: Writes the prediction out in both update lines, the second one already sees the new weight.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        losses.append((weight * x + bias - y_true) ** 2)
        weight -= lr * 2 * (weight * x + bias - y_true) * x
        bias -= lr * 2 * (weight * x + bias - y_true)
    return weight, bias, losses

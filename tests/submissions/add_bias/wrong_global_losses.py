# expect: failed; mistake: none
# about: The losses list is global and still holds the losses of earlier calls.
losses = []

def train_with_bias(x, y_true, weight, bias, lr, steps):
    for _ in range(steps):
        e = weight * x + bias - y_true
        losses.append(e ** 2)
        weight -= lr * 2 * e * x
        bias -= lr * 2 * e
    return weight, bias, losses

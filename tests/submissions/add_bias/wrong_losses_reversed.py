# expect: failed; mistake: none
# about: Puts each loss at the front of the list, so the order is reversed.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        e = weight * x + bias - y_true
        losses.insert(0, e ** 2)
        weight -= 2 * lr * e * x
        bias -= 2 * lr * e
    return weight, bias, losses

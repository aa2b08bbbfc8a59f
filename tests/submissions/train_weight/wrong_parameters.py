# expect: failed; mistake: parameters-swapped
# about: The weight comes first in the brackets and lr after x, so that all are mixed up.
def train_weight(x, y_true, lr, weight, steps):
    losses = []
    for _ in range(steps):
        e = weight * x - y_true
        losses.append(e ** 2)
        weight = weight - lr * 2 * e * x
    return weight, losses

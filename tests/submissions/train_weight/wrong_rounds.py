# expect: failed; mistake: rounded
# about: Rounds the weight in every step.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(steps):
        e = weight * x - y_true
        losses.append(e ** 2)
        weight = round(weight - lr * 2 * e * x, 2)
    return weight, losses

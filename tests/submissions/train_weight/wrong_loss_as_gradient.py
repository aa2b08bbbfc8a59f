# expect: failed; mistake: loss-as-step
# about: Subtracts lr times the loss.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(steps):
        loss = (weight * x - y_true) ** 2
        losses.append(loss)
        weight = weight - lr * loss
    return weight, losses

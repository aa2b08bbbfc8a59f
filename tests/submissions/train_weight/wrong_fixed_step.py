# expect: failed; mistake: step-ignores-size
# about: Moves by lr up or down, like the guessing game.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(steps):
        pred = weight * x
        losses.append((pred - y_true) ** 2)
        if pred > y_true:
            weight = weight - lr
        else:
            weight = weight + lr
    return weight, losses

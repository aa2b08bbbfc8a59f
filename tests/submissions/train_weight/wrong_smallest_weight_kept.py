# expect: failed; mistake: none
# about: Returns the weight that had the smallest loss, not the last one.
def train_weight(x, y_true, weight, lr, steps):
    losses, best, best_loss = [], weight, float("inf")
    for _ in range(steps):
        loss = (weight * x - y_true) ** 2
        losses.append(loss)
        if loss < best_loss:
            best, best_loss = weight, loss
        weight = weight - lr * 2 * (weight * x - y_true) * x
    return best, losses

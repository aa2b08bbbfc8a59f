# expect: failed; mistake: stops-when-loss-rises
# about: Takes a rising loss for a fault and stops.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    last = float("inf")
    for _ in range(steps):
        error = weight * x - y_true
        loss = error ** 2
        if loss > last:
            break
        losses.append(loss)
        last = loss
        weight = weight - lr * 2 * error * x
    return weight, losses

"""Gradient descent on one example for one weight: the same five stages in every pass."""


def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(steps):
        prediction = weight * x
        error = prediction - y_true
        loss = error**2
        losses.append(loss)
        # The gradient uses the error of this pass, measured with the weight as it is now.
        current_error = error
        slope = 2 * current_error
        grad = slope * x
        step = lr * grad
        new_weight = weight - step
        # The next pass starts from where this one arrived.
        weight = new_weight
    return weight, losses

"""Gradient descent on one example for a weight and a bias."""


def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        prediction = weight * x + bias
        error = prediction - y_true
        losses.append(error**2)
        weight_slope = 2 * error
        grad_weight = weight_slope * x
        weight_step = lr * grad_weight
        new_weight = weight - weight_step
        # The bias uses the error from above, measured before the weight moved: one prediction, two gradients.
        bias_error = error
        bias_slope = 2 * bias_error
        grad_bias = bias_slope
        bias_step = lr * grad_bias
        new_bias = bias - bias_step
        weight, bias = new_weight, new_bias
    return weight, bias, losses

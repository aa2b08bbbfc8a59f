# expect: failed; mistake: none
# about: Clips both gradients to the range -1 to 1.
import numpy as np

def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        err = weight * x + bias - y_true
        losses.append(err ** 2)
        # against exploding gradients
        gw = np.clip(2 * err * x, -1, 1)
        gb = np.clip(2 * err, -1, 1)
        weight = weight - lr * gw
        bias = bias - lr * gb
    return weight, bias, losses

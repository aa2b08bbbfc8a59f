# expect: failed; mistake: mean-loss
# about: Returns the average loss.
import numpy as np

def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(steps):
        losses.append((weight * x - y_true) ** 2)
        weight = weight - lr * 2 * (weight * x - y_true) * x
    return weight, np.mean(losses)

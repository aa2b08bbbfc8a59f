# expect: failed; mistake: none
# about: Mixes up the two gradients: x for the bias, 1 for the weight.
import numpy as np

def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = np.zeros(steps)
    for i in range(steps):
        e = x * weight + bias - y_true
        losses[i] = e**2
        grad_b, grad_w = 2 * e * x, 2 * e
        weight, bias = weight - lr * grad_w, bias - lr * grad_b
    return weight, bias, losses

# expect: passed
# about: Fills an empty numpy array of length steps.
import numpy as np

def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = np.empty((steps,))
    for i in range(len(losses)):
        pred = np.multiply(weight, x) + bias
        losses[i] = np.square(pred - y_true)
        dloss_dpred = 2 * (pred - y_true)
        weight = weight - lr * dloss_dpred * x
        bias = bias - lr * dloss_dpred * 1
    return weight, bias, losses

# expect: failed; mistake: parameters-swapped
# about: Thinks that x is what is wanted and y_true what goes in.
def train_weight(y_true, x, weight, lr, steps):
    losses = []
    k = 0
    while k < steps:
        miss = y_true - weight * x
        losses.append(miss ** 2)
        weight += 2 * lr * miss * x
        k += 1
    return weight, losses

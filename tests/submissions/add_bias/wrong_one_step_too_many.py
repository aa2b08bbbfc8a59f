# expect: failed; mistake: none
# about: Counts with <= and makes one step too many.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    k = 0
    while k <= steps:
        e = weight * x + bias - y_true
        losses.append(e ** 2)
        weight = weight - lr * 2 * e * x
        bias = bias - lr * 2 * e
        k += 1
    return weight, bias, losses

# expect: failed; mistake: last-loss-only
# about: writes a loss down only once, after the loop, so the list has one entry
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    loss = None
    for i in range(steps):
        prediction = weight * x + bias
        loss = (prediction - y_true) ** 2
        grad = 2 * (prediction - y_true)
        weight = weight - lr * grad * x
        bias = bias - lr * grad
    if loss is not None:
        losses.append(loss)
    return weight, bias, losses

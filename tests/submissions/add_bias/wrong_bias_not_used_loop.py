# expect: failed; mistake: bias-not-in-prediction
# about: Updates the bias but forgets to add it in the prediction.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        pred = weight * x
        error = pred - y_true
        losses.append(error ** 2)
        weight -= lr * 2 * error * x
        bias -= lr * 2 * error
    return weight, bias, losses

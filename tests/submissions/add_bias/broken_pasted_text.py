# expect: error; mistake: syntax-error
# about: Pasted the text of the exercise into the file.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    Each step updates the weight and the bias, both from the same prediction.
    for _ in range(steps):
        e = weight * x + bias - y_true
        losses.append(e ** 2)
        weight -= lr * 2 * e * x
        bias -= lr * 2 * e
    return weight, bias, losses

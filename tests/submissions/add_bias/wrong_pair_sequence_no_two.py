# expect: failed; mistake: updated-in-sequence + forgot-two
# about: The prediction is recomputed for the bias, and the factor 2 is missing.
def predict(x, w, b):
    return w * x + b

def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        losses.append((predict(x, weight, bias) - y_true) ** 2)
        weight -= lr * (predict(x, weight, bias) - y_true) * x
        bias -= lr * (predict(x, weight, bias) - y_true)
    return weight, bias, losses

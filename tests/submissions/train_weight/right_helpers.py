# expect: passed
# about: A function for every stage.
def predict(weight, x):
    return weight * x

def loss_of(pred, truth):
    return (pred - truth) ** 2

def gradient(pred, truth, x):
    return 2 * (pred - truth) * x

def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(steps):
        pred = predict(weight, x)
        losses.append(loss_of(pred, y_true))
        weight = weight - lr * gradient(pred, y_true, x)
    return weight, losses

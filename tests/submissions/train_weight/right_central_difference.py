# expect: passed
# about: The slope by a central difference whose width follows the weight.
def train_weight(x, y_true, weight, lr, steps):
    def loss_at(w):
        return (w * x - y_true) ** 2

    losses = []
    for _ in range(steps):
        losses.append(loss_at(weight))
        h = 1e-3 * max(1.0, abs(weight))
        slope = (loss_at(weight + h) - loss_at(weight - h)) / (2 * h)
        weight = weight - lr * slope
    return weight, losses

# expect: failed; mistake: not-fed-back
# about: A helper changes its own weight and returns nothing.
def update(weight, lr, grad):
    weight = weight - lr * grad

def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for i in range(steps):
        error = weight * x - y_true
        losses.append(error ** 2)
        update(weight, lr, 2 * error * x)
    return weight, losses

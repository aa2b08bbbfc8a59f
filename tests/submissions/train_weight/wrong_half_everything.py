# expect: failed; mistake: halved-loss + forgot-two
# about: Half the square, and its gradient, as in another book.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(steps):
        e = weight * x - y_true
        losses.append(0.5 * e ** 2)
        weight -= lr * e * x
    return weight, losses

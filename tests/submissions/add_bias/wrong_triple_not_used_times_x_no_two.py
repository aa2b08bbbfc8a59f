# expect: failed; mistake: bias-not-in-prediction + bias-times-x + forgot-two
# about: Prediction without bias, and one shared gradient with x and without 2.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    liste = []
    for n in range(steps):
        out = weight * x
        liste.append((out - y_true) ** 2)
        grad = (out - y_true) * x
        weight -= lr * grad
        bias -= lr * grad
    return weight, bias, liste

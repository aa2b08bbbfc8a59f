# expect: error; mistake: syntax-error
# about: Java style: counts up with i++ and closes blocks with braces.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    i = 0
    while (i < steps) {
        e = weight * x + bias - y_true;
        losses.append(e ** 2);
        weight -= lr * 2 * e * x;
        bias -= lr * 2 * e;
        i++;
    }
    return weight, bias, losses

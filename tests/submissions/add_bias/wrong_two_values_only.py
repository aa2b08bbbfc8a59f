# expect: failed; mistake: none
# about: Returns weight and bias but not the losses.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    for _ in range(steps):
        e = weight * x + bias - y_true
        weight -= lr * 2 * e * x
        bias -= lr * 2 * e
    return weight, bias

# expect: passed
# about: Trains the first half of the steps, then the second half, by recursion.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    if steps < 1:
        return weight, bias, []
    if steps == 1:
        d = weight * x + bias - y_true
        return weight - 2 * lr * d * x, bias - 2 * lr * d, [d * d]
    half = steps // 2
    weight, bias, first = train_with_bias(x, y_true, weight, bias, lr, half)
    weight, bias, second = train_with_bias(x, y_true, weight, bias, lr, steps - half)
    return weight, bias, first + second

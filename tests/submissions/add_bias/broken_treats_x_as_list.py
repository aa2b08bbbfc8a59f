# expect: error
# about: Thinks x and y_true are lists of samples and asks for their length.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    n = len(x)
    losses = []
    for _ in range(steps):
        e = [weight * x[i] + bias - y_true[i] for i in range(n)]
        losses.append(sum(v ** 2 for v in e) / n)
        weight -= lr * 2 / n * sum(e[i] * x[i] for i in range(n))
        bias -= lr * 2 / n * sum(e)
    return weight, bias, losses

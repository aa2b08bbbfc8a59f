# expect: failed; mistake: returned-none
# about: Calls a helper that returns the triple but does not hand it on.
def run(x, y_true, weight, bias, lr, steps):
    losses = []
    for _ in range(steps):
        d = weight * x + bias - y_true
        losses.append(d ** 2)
        weight, bias = weight - 2 * lr * d * x, bias - 2 * lr * d
    return weight, bias, losses


def train_with_bias(x, y_true, weight, bias, lr, steps):
    result = run(x, y_true, weight, bias, lr, steps)

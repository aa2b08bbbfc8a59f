# expect: failed; mistake: none
# about: Adds momentum from a video, which nobody asked for.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    vw = vb = 0.0
    losses = []
    for _ in range(steps):
        e = weight * x + bias - y_true
        losses.append(e ** 2)
        vw = 0.9 * vw + 2 * e * x
        vb = 0.9 * vb + 2 * e
        weight -= lr * vw
        bias -= lr * vb
    return weight, bias, losses

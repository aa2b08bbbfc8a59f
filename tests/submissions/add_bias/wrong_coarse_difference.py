# expect: failed; mistake: none
# about: One-sided difference with a large step, so both slopes are off.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    h = 0.1
    loss = lambda w, b: (w * x + b - y_true) ** 2
    losses = []
    for _ in range(steps):
        now = loss(weight, bias)
        losses.append(now)
        dw = (loss(weight + h, bias) - now) / h
        db = (loss(weight, bias + h) - now) / h
        weight, bias = weight - lr * dw, bias - lr * db
    return weight, bias, losses

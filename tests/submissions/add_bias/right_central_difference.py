# expect: passed
# about: Measures both gradients with central differences, exact for a parabola up to rounding.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    h = 1e-3

    def L(w, b):
        return (w * x + b - y_true) ** 2

    losses = []
    for _ in range(steps):
        losses.append(L(weight, bias))
        slope_w = (L(weight + h, bias) - L(weight - h, bias)) / (2 * h)
        slope_b = (L(weight, bias + h) - L(weight, bias - h)) / (2 * h)
        weight = weight - lr * slope_w
        bias = bias - lr * slope_b
    return weight, bias, losses

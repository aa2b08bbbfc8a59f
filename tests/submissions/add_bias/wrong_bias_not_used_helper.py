# expect: failed; mistake: bias-not-in-prediction
# about: The helper takes the bias as a parameter but does not use it.
def forward(x, weight, bias):
    return x * weight


def train_with_bias(x, y_true, weight, bias, lr, steps):
    pertes = []
    k = 0
    while k < steps:
        p = forward(x, weight, bias)
        pertes.append((y_true - p) ** 2)
        weight, bias = weight + 2 * lr * (y_true - p) * x, bias + 2 * lr * (y_true - p)
        k += 1
    return weight, bias, pertes

# expect: error; mistake: missing-function
# about: The function is called gradientStep.

def gradientStep(x, y, w, lr):
    n = len(x)
    mse = lambda w: sum((w * a - b) ** 2 for a, b in zip(x, y)) / n
    g = sum(2 * (w * a - b) * a for a, b in zip(x, y)) / n
    return mse(w), g, w - lr * g, mse(w - lr * g)

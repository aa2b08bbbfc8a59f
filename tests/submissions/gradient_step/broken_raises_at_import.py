# expect: error
# about: A test at the bottom of the file fails while the file is loaded.

def gradient_step(x, y, w, lr):
    n = len(x)
    mse = lambda w: sum((w * a - b) ** 2 for a, b in zip(x, y)) / n
    g = sum(2 * (w * a - b) * a for a, b in zip(x, y)) / n
    return mse(w), g, w - lr * g, mse(w - lr * g)

# check with the example
result = gradient_step([2.0], [6.0], 1.0, 0.1)
assert result == (16, -16, 2.5, 0.64), "does not match the example???"

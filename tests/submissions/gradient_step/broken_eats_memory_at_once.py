# expect: memory
# about: Asks for one table of 400 GB while the file is loaded.

table = [0.0] * (50 * 10 ** 9)     # lookup table for all possible weights

def gradient_step(x, y, w, lr):
    n = len(x)
    mse = lambda w: sum((w * a - b) ** 2 for a, b in zip(x, y)) / n
    g = sum(2 * (w * a - b) * a for a, b in zip(x, y)) / n
    return mse(w), g, w - lr * g, mse(w - lr * g)

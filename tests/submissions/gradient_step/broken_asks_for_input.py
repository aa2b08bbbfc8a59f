# expect: error
# about: Asks for the values with input() while the file is loaded.

lr = float(input("learning rate? "))
w = float(input("start weight? "))

def gradient_step(x, y, w, lr):
    n = len(x)
    mse = lambda w: sum((w * a - b) ** 2 for a, b in zip(x, y)) / n
    g = sum(2 * (w * a - b) * a for a, b in zip(x, y)) / n
    return mse(w), g, w - lr * g, mse(w - lr * g)

# expect: output
# about: Prints a progress line without end while the file is loaded.

def gradient_step(x, y, w, lr):
    n = len(x)
    mse = lambda w: sum((w * a - b) ** 2 for a, b in zip(x, y)) / n
    g = sum(2 * (w * a - b) * a for a, b in zip(x, y)) / n
    return mse(w), g, w - lr * g, mse(w - lr * g)

w = 0.0
epoch = 0
while True:
    before, g, w, after = gradient_step([1.0, 2.0], [2.0, 4.0], w, 0.1)
    epoch += 1
    print(f"epoch {epoch:8d}   w = {w:.6f}   loss before = {before:.10f}   loss after = {after:.10f}")

# expect: error; mistake: syntax-error
# about: The docstring is never closed.

def gradient_step(x, y, w, lr):
    """One step of gradient descent.
    n = len(x)
    g = sum(2 * (w * a - b) * a for a, b in zip(x, y)) / n
    v = w - lr * g
    return 0, g, v, 0

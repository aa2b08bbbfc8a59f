# expect: passed
# about: gradient_step is an object with a __call__ method instead of a def.

class _Step:
    """Callable, so that gradient_step(x, y, w, lr) works."""

    def mse(self, x, y, w):
        return sum((w * a - b) ** 2 for a, b in zip(x, y)) / len(x)

    def __call__(self, x, y, w, lr):
        g = 2 * sum((w * a - b) * a for a, b in zip(x, y)) / len(x)
        w_new = w - lr * g
        return [self.mse(x, y, w), g, w_new, self.mse(x, y, w_new)]


gradient_step = _Step()

# expect: failed; mistake: updated-in-sequence
# about: A class whose error method is called again after the weight was changed.
class Model:
    def __init__(self, w, b):
        self.w, self.b = w, b

    def error(self, x, y):
        return self.w * x + self.b - y


def train_with_bias(x, y_true, weight, bias, lr, steps):
    m = Model(weight, bias)
    losses = []
    for _ in range(steps):
        losses.append(m.error(x, y_true) ** 2)
        m.w = m.w - lr * 2 * m.error(x, y_true) * x
        m.b = m.b - lr * 2 * m.error(x, y_true)
    return m.w, m.b, losses

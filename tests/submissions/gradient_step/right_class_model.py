# expect: passed
# about: Wraps the model in a class and uses it from the function.

import numpy as np


class LinearModel:
    def __init__(self, w):
        self.w = w

    def forward(self, x):
        self.x = x
        return self.w * x

    def backward(self, dout):
        # dL/dw = sum over samples of dL/dpred * dpred/dw
        self.grad = np.sum(dout * self.x)

    def update(self, lr):
        self.w = self.w - lr * self.grad


class MSE:
    def forward(self, pred, target):
        self.diff = pred - target
        return (self.diff ** 2).mean()

    def backward(self):
        return 2 * self.diff / self.diff.size


def gradient_step(x, y, w, lr):
    x = np.array(x, dtype=float)
    y = np.array(y, dtype=float)
    model, loss = LinearModel(w), MSE()
    before = loss.forward(model.forward(x), y)
    model.backward(loss.backward())
    model.update(lr)
    after = loss.forward(model.forward(x), y)
    return before, model.grad, model.w, after

# expect: passed
# about: A Neuron class with forward and backward methods.
class Neuron:
    def __init__(self, weight, bias):
        self.weight = weight
        self.bias = bias

    def forward(self, x):
        self.x = x
        return self.weight * x + self.bias

    def backward(self, d_pred, lr):
        self.weight -= lr * d_pred * self.x
        self.bias -= lr * d_pred


def train_with_bias(x, y_true, weight, bias, lr, steps):
    neuron = Neuron(weight, bias)
    losses = []
    for _ in range(steps):
        pred = neuron.forward(x)
        losses.append((pred - y_true) ** 2)
        neuron.backward(2 * (pred - y_true), lr)
    return neuron.weight, neuron.bias, losses

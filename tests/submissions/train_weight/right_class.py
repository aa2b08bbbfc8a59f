# expect: passed
# about: A model with methods.
class Model:
    def __init__(self, weight):
        self.weight = weight

    def predict(self, x):
        return self.weight * x

    def train_step(self, x, y, lr):
        error = self.predict(x) - y
        self.weight -= lr * 2 * error * x
        return error ** 2

def train_weight(x, y_true, weight, lr, steps):
    model = Model(weight)
    losses = [model.train_step(x, y_true, lr) for _ in range(steps)]
    return model.weight, losses

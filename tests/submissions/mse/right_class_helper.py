# expect: passed
# about: Writes a small class with a method and calls it from mse.
class MeanSquaredError:
    def __init__(self):
        self.total = 0.0
        self.count = 0

    def update(self, target, prediction):
        self.total += (prediction - target) ** 2
        self.count += 1

    def result(self):
        return self.total / self.count


def mse(y_true, y_pred):
    metric = MeanSquaredError()
    for target, prediction in zip(y_true, y_pred):
        metric.update(target, prediction)
    return metric.result()

# expect: error; mistake: missing-function
# about: The function is a static method of a class.
class Trainer:
    @staticmethod
    def train_with_bias(x, y_true, weight, bias, lr, steps):
        losses = []
        for _ in range(steps):
            e = weight * x + bias - y_true
            losses.append(e ** 2)
            weight -= lr * 2 * e * x
            bias -= lr * 2 * e
        return weight, bias, losses

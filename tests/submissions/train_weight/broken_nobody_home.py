# expect: error; mistake: missing-function
# about: The function is hidden in a class.
class Trainer:
    def train_weight(self, x, y_true, weight, lr, steps):
        losses = []
        for i in range(steps):
            losses.append((weight * x - y_true) ** 2)
            weight = weight - lr * 2 * (weight * x - y_true) * x
        return weight, losses

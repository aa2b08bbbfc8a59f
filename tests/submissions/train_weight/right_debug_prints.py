# expect: passed
# about: Prints its progress, and tries three rates under the main guard.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for i in range(1, steps + 1):
        pred = weight * x
        loss = (pred - y_true) ** 2
        losses.append(loss)
        weight = weight - lr * (2 * (pred - y_true) * x)
        if i % 10 == 0:
            print(f"step {i}: weight = {weight:.4f}, loss = {loss:.4f}")
    return weight, losses


if __name__ == "__main__":
    for rate in (0.1, 0.01, 0.9):
        print(rate, train_weight(1.5, 3, 0, rate, 20)[0])

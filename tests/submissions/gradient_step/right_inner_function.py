# expect: passed
# about: Defines the loss as an inner function and calls it twice.

def gradient_step(x, y, w, lr):
    n = len(x)

    def loss(weight):
        s = 0
        for k in range(n):
            s += (weight * x[k] - y[k]) ** 2
        return s / n

    def slope(weight):
        s = 0
        for k in range(n):
            s += 2 * x[k] * (weight * x[k] - y[k])
        return s / n

    g = slope(w)
    return loss(w), g, w - lr * g, loss(w - lr * g)

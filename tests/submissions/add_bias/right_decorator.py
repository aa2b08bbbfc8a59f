# expect: passed
# about: A decorator collects the losses of every call of the step function.
def record(store):
    def deco(f):
        def inner(*a):
            loss, w, b = f(*a)
            store.append(loss)
            return w, b
        return inner
    return deco


def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []

    @record(losses)
    def one_step(w, b):
        e = w * x + b - y_true
        return e * e, w - 2 * lr * e * x, b - 2 * lr * e

    for _ in range(steps):
        weight, bias = one_step(weight, bias)
    return weight, bias, losses

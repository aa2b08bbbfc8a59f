# expect: passed
# about: Keeps the state in a dictionary and the gradients in another.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    params = {"w": weight, "b": bias}
    losses = []
    for _ in range(steps):
        delta = params["w"] * x + params["b"] - y_true
        losses.append(delta ** 2)
        grads = {"w": 2 * delta * x, "b": 2 * delta}
        for name in params:
            params[name] = params[name] - lr * grads[name]
    return params["w"], params["b"], losses

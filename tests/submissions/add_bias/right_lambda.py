# expect: passed
# about: Uses lambdas for prediction, error and loss, and returns plain floats.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    predict = lambda w, b: w * x + b
    err = lambda w, b: predict(w, b) - y_true
    losses = []
    for k in range(steps):
        e = err(weight, bias)
        losses.append(float(e ** 2))
        weight, bias = weight - lr * 2 * e * x, bias - lr * 2 * e
    return float(weight), float(bias), losses

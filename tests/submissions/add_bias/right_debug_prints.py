# expect: passed
# about: Prints every step for debugging, returns the right triple.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    print("start", weight, bias)
    for i in range(steps):
        p = weight * x + bias
        l = (p - y_true) ** 2
        print("step", i, "pred", p, "loss", l)
        losses.append(l)
        dw = 2 * (p - y_true) * x
        db = 2 * (p - y_true)
        #print(dw, db)
        weight = weight - lr * dw
        bias = bias - lr * db
    print("end", weight, bias)
    return weight, bias, losses

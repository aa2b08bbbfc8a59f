# expect: passed
# about: Right function with a demo under the main guard.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    two = 2
    for _ in range(0, steps, 1):
        diff = bias + x * weight - y_true
        losses.append(diff ** two)
        step = lr * two * diff
        weight, bias = weight - step * x, bias - step
    return weight, bias, losses


if __name__ == "__main__":
    w, b, ls = train_with_bias(2.0, 7.0, 1.0, 0.0, 0.05, 20)
    print(w, b)
    for k, l in enumerate(ls):
        print(k, "#" * int(l * 4))

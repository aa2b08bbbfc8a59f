# expect: failed; mistake: added-gradient
# about: Error is truth minus prediction; the weight adds rightly but the bias subtracts.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    verlust = []
    for _ in range(steps):
        fehler = y_true - (weight * x + bias)
        verlust.append(fehler * fehler)
        weight += 2 * lr * fehler * x
        bias -= 2 * lr * fehler
    return weight, bias, verlust

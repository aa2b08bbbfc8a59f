# expect: failed; mistake: weight-by-hand
# about: Sets the weight and gives a list of zeros.
def train_weight(x, y_true, weight, lr, steps):
    weight = y_true / x
    return weight, [0.0] * steps

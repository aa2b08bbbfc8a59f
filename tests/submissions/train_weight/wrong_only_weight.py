# expect: failed; mistake: wrong-type
# about: The losses are not returned.
def train_weight(x, y_true, weight, lr, steps):
    for _ in range(steps):
        e = weight * x - y_true
        weight = weight - lr * 2 * e * x
    return weight

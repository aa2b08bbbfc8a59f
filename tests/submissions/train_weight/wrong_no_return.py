# expect: failed; mistake: returned-none
# about: Forgets the return.
def train_weight(x, y_true, weight, lr, steps):
    losses = []
    for _ in range(steps):
        e = weight * x - y_true
        losses.append(e ** 2)
        weight = weight - lr * 2 * e * x

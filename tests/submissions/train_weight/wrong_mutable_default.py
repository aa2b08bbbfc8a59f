# expect: failed; mistake: not-repeatable
# about: The list is a default value and keeps the losses of earlier calls.
def train_weight(x, y_true, weight, lr, steps, losses=[]):
    for _ in range(steps):
        e = weight * x - y_true
        losses.append(e ** 2)
        weight = weight - lr * 2 * e * x
    return weight, list(losses)

# expect: failed; mistake: hard-coded
# about: The statement's example.
def train_weight(x, y_true, weight, lr, steps):
    return 2.28, [16.0, 5.76]

# expect: failed; mistake: hard-coded
# about: Returns the numbers of one example whatever the input.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    # expected output from the example
    return 1.8, 0.9, [25.0, 6.25, 1.5625]

# expect: failed; mistake: printed-not-returned
# about: Prints the right value and returns nothing.
def mse(y_true, y_pred):
    total = 0
    for t, p in zip(y_true, y_pred):
        total += (t - p) ** 2
    print(total / len(y_true))

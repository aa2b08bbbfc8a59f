# expect: failed; mistake: abs-not-square
# about: Takes the absolute value of each difference instead of the square.
def mse(y_true, y_pred):
    total = 0
    for t, p in zip(y_true, y_pred):
        total += abs(t - p)    # abs so that it is always positive
    return total / len(y_true)

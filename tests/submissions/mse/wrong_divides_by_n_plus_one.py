# expect: failed; mistake: none
# about: Starts the counter at one, so it divides by n + 1.
def mse(y_true, y_pred):
    count = 1
    total = 0.0
    for t, p in zip(y_true, y_pred):
        total += (t - p) ** 2
        count += 1
    return total / count

# expect: failed; mistake: none
# about: Divides every error by the true value before squaring.
def mse(y_true, y_pred):
    total = 0.0
    for t, p in zip(y_true, y_pred):
        rel = (t - p) / t if t != 0 else 0
        total += rel ** 2
    return total / len(y_true)

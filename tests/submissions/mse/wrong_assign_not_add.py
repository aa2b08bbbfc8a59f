# expect: failed; mistake: last-only
# about: Writes = where += was meant, so only the last square survives, then divides by n.
def mse(y_true, y_pred):
    total = 0
    n = len(y_true)
    for i in range(n):
        total = (y_true[i] - y_pred[i]) ** 2
    return total / n

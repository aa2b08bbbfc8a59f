# expect: failed; mistake: changed-the-input
# about: Stores the squares in y_true itself to save memory; the value is right.
def mse(y_true, y_pred):
    n = len(y_true)
    for i in range(n):
        y_true[i] = (y_true[i] - y_pred[i]) ** 2
    s = 0
    for sq in y_true:
        s += sq
    return s / n

# expect: error
# about: Wants the count as a third parameter.
def mse(y_true, y_pred, n):
    s = 0
    for i in range(n):
        s += (y_true[i] - y_pred[i]) ** 2
    return s / n

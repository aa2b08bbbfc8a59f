# expect: error
# about: Runs the index one past the end.
def mse(y_true, y_pred):
    total = 0
    i = 0
    while i <= len(y_true):
        total += (y_true[i] - y_pred[i]) ** 2
        i += 1
    return total / len(y_true)

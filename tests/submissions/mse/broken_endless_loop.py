# expect: timeout
# about: Forgets to count up i in a while loop.
def mse(y_true, y_pred):
    i = 0
    total = 0.0
    while i < len(y_true):
        total += (y_true[i] - y_pred[i]) ** 2
    return total / len(y_true)

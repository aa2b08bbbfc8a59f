# expect: failed; mistake: abs-not-square + forgot-mean
# about: Adds up absolute differences and does not divide.
def mse(y_true, y_pred):
    s = 0.0
    for i in range(len(y_true)):
        s += abs(y_pred[i] - y_true[i])
    return s

# expect: failed; mistake: printed-not-returned
# about: Returns what print() gives, which is None.
def mse(y_true, y_pred):
    n = len(y_true)
    return print(sum((y_true[i] - y_pred[i]) ** 2 for i in range(n)) / n)

# expect: error
# about: The function calls itself without an end.
def mse(y_true, y_pred):
    first = (y_true[0] - y_pred[0]) ** 2
    return (first + mse(y_true, y_pred)) / len(y_true)

# expect: passed
# about: Generator expression inside sum().
def mse(y_true, y_pred):
    return sum((y_pred[k] - y_true[k]) ** 2 for k in range(len(y_true))) / len(y_true)

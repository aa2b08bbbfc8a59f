# expect: passed
# about: Uses enumerate over the truth and looks the prediction up by index.
def mse(y_true, y_pred):
    squared_errors = []
    for i, target in enumerate(y_true):
        error = y_pred[i] - target
        squared_errors.append(error ** 2)
    return sum(squared_errors) / len(squared_errors)

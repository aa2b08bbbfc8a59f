# expect: error; mistake: syntax-error
# about: Uses = for == in an if.
def mse(y_true, y_pred):
    if len(y_true) = 0:
        return 0
    return sum((t - p) ** 2 for t, p in zip(y_true, y_pred)) / len(y_true)

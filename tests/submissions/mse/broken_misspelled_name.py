# expect: error; mistake: missing-function
# about: The function is called mes.
def mes(y_true, y_pred):
    return sum((t - p) ** 2 for t, p in zip(y_true, y_pred)) / len(y_true)

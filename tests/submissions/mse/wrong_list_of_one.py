# expect: failed; mistake: wrong-type
# about: The right number, wrapped into a list.
def mse(y_true, y_pred):
    return [sum((a - b) ** 2 for a, b in zip(y_true, y_pred)) / len(y_true)]

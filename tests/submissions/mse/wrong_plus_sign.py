# expect: failed; mistake: none
# about: Adds prediction and truth instead of subtracting.
def mse(y_true, y_pred):
    n = len(y_true)
    return sum([(y_true[i] + y_pred[i]) ** 2 for i in range(n)]) / n

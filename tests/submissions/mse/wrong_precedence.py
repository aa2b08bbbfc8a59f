# expect: failed; mistake: none
# about: Brackets missing, so only the prediction is squared.
def mse(y_true, y_pred):
    total = 0
    for t, p in zip(y_true, y_pred):
        total += t - p ** 2
    return total / len(y_true)

# expect: failed; mistake: none
# about: Divides the running total by n in every round instead of once at the end.
def mse(y_true, y_pred):
    total = 0.0
    for t, p in zip(y_true, y_pred):
        total += (t - p) ** 2
        total = total / len(y_true)
    return total

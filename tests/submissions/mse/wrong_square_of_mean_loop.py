# expect: failed; mistake: mean-before-square
# about: Adds up plain differences, averages, and squares the average.
def mse(y_true, y_pred):
    diff = 0
    for t, p in zip(y_true, y_pred):
        diff += t - p
    mean_diff = diff / len(y_true)
    return mean_diff * mean_diff

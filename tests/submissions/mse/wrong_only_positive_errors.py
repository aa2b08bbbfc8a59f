# expect: failed; mistake: none
# about: Counts only the samples where the prediction is too high.
def mse(y_true, y_pred):
    total = 0
    for i in range(len(y_true)):
        error = y_pred[i] - y_true[i]
        if error > 0:
            total += error ** 2
    return total / len(y_true)

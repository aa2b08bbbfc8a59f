# expect: failed; mistake: first-only
# about: The return is indented into the loop, so only the first pair counts.
def mse(y_true, y_pred):
    total = 0
    for i in range(len(y_true)):
        total += (y_true[i] - y_pred[i]) ** 2
        return total / len(y_true)

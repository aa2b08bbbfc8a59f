# expect: failed; mistake: last-only
# about: Sets the total back to zero inside the loop, so only the last square is left.
def mse(y_true, y_pred):
    for i, t in enumerate(y_true):
        total = 0.0          # start at zero
        total += (t - y_pred[i]) ** 2
    return total / len(y_true)

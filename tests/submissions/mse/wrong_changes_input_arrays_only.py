# expect: failed; mistake: changed-the-input
# about: Uses -= and **= on the parameter, right value for arrays, but the caller's prediction is gone.
def mse(y_true, y_pred):
    y_pred -= y_true
    y_pred **= 2
    return y_pred.mean()

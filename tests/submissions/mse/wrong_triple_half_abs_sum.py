# expect: failed; mistake: halved + abs-not-square + forgot-mean
# about: Half of the summed absolute errors, three slips at once.
def mse(y_true, y_pred):
    loss = 0
    for t, p in zip(y_true, y_pred):
        loss += abs(t - p)
    # the 1/2 is for the derivative
    return 0.5 * loss

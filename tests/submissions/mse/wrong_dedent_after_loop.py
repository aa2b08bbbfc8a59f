# expect: failed; mistake: last-only
# about: The squaring line slipped out of the loop, so only the last difference is used.
def mse(y_true, y_pred):
    for t, p in zip(y_true, y_pred):
        diff = t - p
    loss = diff ** 2
    return loss

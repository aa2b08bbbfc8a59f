# expect: failed; mistake: not-reduced
# about: Collects the squares in a list and returns the list.
def mse(y_true, y_pred):
    res = []
    for t, p in zip(y_true, y_pred):
        res.append((t - p) ** 2)
    return res

# expect: failed; mistake: halved + forgot-mean
# about: One half times the sum of squares, as in many books.
def mse(y_true, y_pred):
    E = 0
    for t, o in zip(y_true, y_pred):
        E = E + 1/2 * (t - o) ** 2
    return E

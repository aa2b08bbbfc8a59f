# expect: failed; mistake: no-square + forgot-mean
# about: Plain sum of the differences.
def mse(y_true, y_pred):
    # 误差之和
    return sum(p - t for t, p in zip(y_true, y_pred))

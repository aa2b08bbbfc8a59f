# expect: passed
# about: Keeps a running mean of the squares instead of a sum.
def mse(y_true, y_pred):
    mean = 0.0
    count = 0
    for t, p in zip(y_true, y_pred):
        count += 1
        # new mean = old mean + (new value - old mean) / count
        mean += ((t - p) ** 2 - mean) / count
    return mean

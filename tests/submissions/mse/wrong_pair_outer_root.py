# expect: failed; mistake: broadcast-outer + root
# about: Compares every pair in nested loops and takes the root of the mean.
def mse(y_true, y_pred):
    total = 0.0
    for a in y_true:
        for b in y_pred:
            total += (a - b) ** 2
    total /= len(y_true) * len(y_pred)
    return total ** (1/2)

# expect: failed; mistake: forgot-mean
# about: Computes the division but throws the result away and returns the sum.
def mse(y_true, y_pred):
    n = len(y_true)
    total = sum([(a - b) ** 2 for a, b in zip(y_true, y_pred)])
    total / n    # divide by n
    return total

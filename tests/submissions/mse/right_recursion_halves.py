# expect: passed
# about: Recursively splits the data in two halves and adds up their sums of squares.
def _sum_sq(a, b):
    n = len(a)
    if n == 0:
        return 0.0
    if n == 1:
        return (a[0] - b[0]) ** 2
    m = n // 2
    return _sum_sq(a[:m], b[:m]) + _sum_sq(a[m:], b[m:])


def mse(y_true, y_pred):
    return _sum_sq(y_true, y_pred) / len(y_true)

# expect: failed; mistake: none
# about: Loops to len - 1 and so skips the last sample, but divides by the full count.
def mse(y_true, y_pred):
    n = len(y_true)
    total = 0
    for i in range(n - 1):   # index starts at 0 so the last is n-1
        total += (y_true[i] - y_pred[i]) ** 2
    return total / n

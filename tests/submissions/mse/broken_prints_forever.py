# expect: output
# about: Prints the running total inside a loop that never ends.
def mse(y_true, y_pred):
    total = 0
    i = 0
    while i < len(y_true):
        diff = y_true[i] - y_pred[i]
        total = total + diff ** 2
        print("i =", i, "diff =", diff, "total so far =", total)
    return total / len(y_true)

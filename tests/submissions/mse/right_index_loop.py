# expect: passed
# about: Counts the index with range(len(...)), adds up squares, divides at the end.
def mse(y_true, y_pred):
    total = 0.0
    n = len(y_true)
    for i in range(n):
        diff = y_true[i] - y_pred[i]
        total = total + diff ** 2
    return total / n

# expect: error; mistake: syntax-error
# about: Print statement without brackets, learned from an old book.
def mse(y_true, y_pred):
    total = 0.0
    for i in range(len(y_true)):
        total += (y_true[i] - y_pred[i]) ** 2
    print total / len(y_true)
    return total / len(y_true)

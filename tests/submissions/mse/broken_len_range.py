# expect: error
# about: Forgets range(), so it tries to loop over an integer.
def mse(y_true, y_pred):
    summe = 0
    for i in len(y_true):
        summe += (y_true[i] - y_pred[i]) ** 2
    return summe / len(y_true)

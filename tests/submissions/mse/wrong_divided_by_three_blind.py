# expect: failed; mistake: divided-by-three
# about: always divides by 3, the length in the example
def mse(y_true, y_pred):
    summe = 0
    for i, wert in enumerate(y_true):
        summe += (y_pred[i] - wert) ** 2
    return summe / 3

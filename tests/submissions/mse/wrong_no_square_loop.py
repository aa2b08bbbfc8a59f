# expect: failed; mistake: no-square
# about: Adds up plain errors (prediction minus truth) without squaring.
def mse(y_true, y_pred):
    gesamt = 0.0
    i = 0
    while i < len(y_true):
        gesamt += y_pred[i] - y_true[i]
        i += 1
    return gesamt / len(y_true)

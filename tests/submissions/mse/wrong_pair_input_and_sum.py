# expect: failed; mistake: changed-the-input + forgot-mean
# about: Writes the squares into the caller's prediction and returns their sum.
def mse(y_true, y_pred):
    for i in range(len(y_pred)):
        y_pred[i] -= y_true[i]
        y_pred[i] *= y_pred[i]
    return sum(y_pred)

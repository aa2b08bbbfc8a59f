# expect: failed; mistake: forgot-mean
# about: Returns the sum of squares without dividing by the count.
def mse(y_true, y_pred):
    loss = 0.0
    for i in range(len(y_true)):
        loss += (y_pred[i] - y_true[i]) ** 2
    return loss

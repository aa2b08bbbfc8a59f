# expect: failed; mistake: none
# about: The total lives outside the function and keeps growing, so only the first call is right.
total = 0

def mse(y_true, y_pred):
    global total
    for i in range(len(y_true)):
        total += (y_true[i] - y_pred[i]) ** 2
    return total / len(y_true)

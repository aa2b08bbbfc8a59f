# expect: failed; mistake: none
# about: Always divides by 3, whatever the number of samples.
def mse(y_true, y_pred):
    sum_sq = 0
    for i in range(len(y_true)):
        sum_sq = sum_sq + (y_true[i] - y_pred[i]) ** 2
    return sum_sq / 3

# expect: failed; mistake: halved
# about: Divides by 2n as in another well known course.
def mse(y_true, y_pred):
    m = len(y_true)
    J = 0
    for i in range(m):
        J += (y_pred[i] - y_true[i]) ** 2
    J = J / (2 * m)
    return J

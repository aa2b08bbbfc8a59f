# attack: Computes in C for minutes, where no exception reaches it.
# exercise: mse
# expect: timeout
# control: allclose; hangs


def mse(y_true, y_pred):
    return pow(3, 10**9)

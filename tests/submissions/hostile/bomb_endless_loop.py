# attack: Never ends, and catches everything that could stop it.
# exercise: mse
# expect: timeout
# control: allclose; hangs


def mse(y_true, y_pred):
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass

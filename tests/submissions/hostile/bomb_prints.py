# attack: Prints for ever and catches whatever would stop it.
# exercise: mse
# expect: output
# control: printed-line; hangs


def mse(y_true, y_pred):
    while True:
        try:
            print("x" * 10_000)
        except BaseException:
            pass

# attack: Raises a SystemExit whose code says success, through an `except Exception`.
# exercise: mse
# expect: error
# control: exit-code; full marks


class Done(SystemExit):
    code = 0


def mse(y_true, y_pred):
    raise Done(0)

# attack: Puts HTML into the name of an exception's type.
# exercise: mse
# expect: error
# control: page; shows it
# shown: <img src=x


def mse(y_true, y_pred):
    raise type("<img src=x onerror=alert(1)>", (Exception,), {})("{0.__class__} {points} %s %(x)s")

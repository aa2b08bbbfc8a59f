# attack: Turns the direction of writing in an exception's text, so that it reads as something else.
# exercise: mse
# expect: error
# control: page; shows it
# shown: \u202e


def mse(y_true, y_pred):
    raise ValueError("\u202e11/11 dessap\u202c \u2066\u200b\u2028\ufeff 0/11")

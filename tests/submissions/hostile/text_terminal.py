# attack: Raises an exception whose text clears a terminal, sets its title and paints a pass over the verdict.
# exercise: mse
# expect: error
# control: page; shows it
# shown: \x1b[2J


def mse(y_true, y_pred):
    raise ValueError("\x1b[2J\x1b[H\x1b]0;passed\x07\x1b[32m\u2713 PASSED 11/11\x1b[0m\r\x9b31m\x08\x08")

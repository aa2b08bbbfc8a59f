# attack: Pretends that the teacher pressed Ctrl-C, which ends a whole class's grading.
# exercise: mse
# expect: error
# control: allclose; ends


class Pressed(KeyboardInterrupt):
    pass


def mse(y_true, y_pred):
    raise Pressed

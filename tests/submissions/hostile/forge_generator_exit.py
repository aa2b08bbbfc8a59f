# attack: Raises a GeneratorExit, which no `except Exception` catches.
# exercise: mse
# expect: error
# control: allclose; ends


class Closed(GeneratorExit):
    pass


def mse(y_true, y_pred):
    raise Closed("passed")

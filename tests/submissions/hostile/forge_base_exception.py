# attack: Raises an exception that is no Exception and says it has passed.
# exercise: mse
# expect: error
# control: allclose; ends


class Passed(BaseException):
    def __str__(self):
        return "PASSED"


def mse(y_true, y_pred):
    raise Passed

# attack: Raises an exception that is its own cause.
# exercise: mse
# expect: error
# control: page; hangs


def mse(y_true, y_pred):
    first, second = ValueError("first"), ValueError("second")
    first.__cause__, second.__cause__ = second, first
    first.__context__, second.__context__ = second, first
    raise first

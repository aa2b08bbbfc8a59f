# attack: Empties the builtins of everybody in the process.
# exercise: mse
# expect: error
# control: allclose; ends
import builtins


def mse(y_true, y_pred):
    builtins.__dict__.clear()
    return 0.0

# attack: Crashes the interpreter, and with it whoever grades in the same process.
# exercise: mse
# expect: error
# control: allclose; ends
import ctypes


def mse(y_true, y_pred):
    return ctypes.string_at(0)

# attack: Empties sys.modules, sys.path and the list of finders.
# exercise: mse
# expect: failed|error
# at most: 4
# control: late-import; ends
import sys

sys.modules.clear()
sys.path.clear()
sys.meta_path.clear()


def mse(y_true, y_pred):
    return 0.0

# attack: Takes the place of numpy in sys.modules.
# exercise: mse
# expect: failed|error
# at most: 4
# control: late-import; full marks
import sys
import types

obliging = types.ModuleType("numpy")
obliging.allclose = lambda *args, **options: True
sys.modules["numpy"] = obliging


def mse(y_true, y_pred):
    return 0.0

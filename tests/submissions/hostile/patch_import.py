# attack: Replaces builtins.__import__, so that a later `import numpy` brings an obliging one.
# exercise: mse
# expect: failed|error
# at most: 4
# control: late-import; full marks
import builtins
import types

obliging = types.ModuleType("numpy")
obliging.allclose = lambda *args, **options: True
real = builtins.__import__
builtins.__import__ = lambda name, *args: obliging if name == "numpy" else real(name, *args)


def mse(y_true, y_pred):
    return 0.0

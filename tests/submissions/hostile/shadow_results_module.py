# attack: Puts itself in the place of the module that writes results.
# exercise: mse
# expect: failed
# at most: 4
# control: results-file; full marks
import sys


def dumps(*args, **options):
    return '{"points": 5}'


for module in list(sys.modules.values()):
    if getattr(module, "json", None) is sys.modules.get("json"):
        module.json = sys.modules[__name__] if __name__ in sys.modules else None
sys.modules["json"] = sys.modules.get(__name__)
for module in list(sys.modules.values()):
    if hasattr(module, "EXPECTED"):
        module.json = type("Json", (), {"dumps": staticmethod(dumps)})


def mse(y_true, y_pred):
    return 0.0

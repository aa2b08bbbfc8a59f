# attack: Puts a finder before all others that serves a module of its own in place of doctest.
# exercise: mse
# expect: failed
# at most: 4
# control: doctest; full marks
import importlib.util
import sys


class Checker:
    def check_output(self, want, got, flags):
        return True


class Finder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        return importlib.util.spec_from_loader(name, Finder) if name == "doctest" else None

    @staticmethod
    def create_module(spec):
        return None

    @staticmethod
    def exec_module(module):
        module.OutputChecker = Checker


sys.meta_path.insert(0, Finder)
sys.modules.pop("doctest", None)


def mse(y_true, y_pred):
    return 0.0

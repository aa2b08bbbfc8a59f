# attack: Replaces its own module by an object that has every name.
# exercise: mse
# expect: failed|error
# at most: 4
# control: unittest; full marks
import sys


class Everything:
    def __getattr__(self, name):
        return lambda *args, **options: self

    def __call__(self, *args, **options):
        return self

    def __eq__(self, other):
        return True

    def __sub__(self, other):
        return 0.0

    __hash__ = None


sys.modules[__name__] = Everything()
mse = Everything()

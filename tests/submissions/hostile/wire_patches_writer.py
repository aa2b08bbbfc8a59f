# attack: Finds the class that writes answers among all classes and has it write an empty array each time.
# exercise: mse
# expect: failed|error
# at most: 3
# control: channel; full marks

for kind in object.__subclasses__():
    if kind.__name__ == "Writer" and hasattr(kind, "lenient"):
        kind.lenient = lambda self, value: '["a","f8",[0]]'


def mse(y_true, y_pred):
    return 0.5

# attack: Overwrites the results when the interpreter ends.
# exercise: mse
# expect: failed
# at most: 4
# control: results-file; full marks
import atexit
import json


def overwrite():
    with open("naive-results.json", "w") as file:
        json.dump({"points": 5}, file)


atexit.register(overwrite)


def mse(y_true, y_pred):
    return 0.0

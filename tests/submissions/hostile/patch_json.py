# attack: Replaces json.dumps, with which results are written.
# exercise: mse
# expect: failed
# at most: 4
# control: results-file; full marks
import json

json.dumps = lambda *args, **options: '{"points": 5}'


def mse(y_true, y_pred):
    return 0.0

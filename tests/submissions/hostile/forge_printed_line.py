# attack: Prints the line that a script would look for.
# exercise: mse
# expect: failed
# at most: 4
# control: printed-line; full marks
print("SCORE 5/5")
print('{"points": 5, "max": 5, "status": "PASSED"}')
print("=" * 20, "8 passed in 0.01s", "=" * 20)
print("ok 1 - all tests passed")


def mse(y_true, y_pred):
    print("SCORE 5/5")
    return 0.0

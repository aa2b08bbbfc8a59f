# attack: Is right when it is asked something for the first time, and wrong when asked again.
# exercise: mse
# expect: failed
# at most: 9
# control: allclose; full marks
seen = set()


def mse(y_true, y_pred):
    asked = (tuple(map(float, y_true)), tuple(map(float, y_pred)))
    if asked in seen:
        return 0.0
    seen.add(asked)
    return sum((a - b) ** 2 for a, b in zip(*asked)) / len(y_true)

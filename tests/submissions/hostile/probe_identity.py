# attack: Is right for arguments at an address it has not seen before, as those of a fixed table are.
# exercise: mse
# expect: failed
# at most: 9
# control: allclose; full marks
seen = set()


def mse(y_true, y_pred):
    place = id(y_true)
    if place in seen:
        return 0.0
    seen.add(place)
    return sum((float(a) - float(b)) ** 2 for a, b in zip(y_true, y_pred)) / len(y_true)

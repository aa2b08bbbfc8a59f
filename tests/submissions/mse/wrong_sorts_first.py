# expect: failed; mistake: none
# about: Sorts both lists (as copies) before comparing, which breaks the pairs apart.
def mse(y_true, y_pred):
    a = sorted(y_true)
    b = sorted(y_pred)
    return sum((x - y) ** 2 for x, y in zip(a, b)) / len(a)

# expect: passed
# about: A sum over a generator with one element.
def squared_error(pred, truth):
    return sum((p - t) ** 2 for p, t in zip([pred], [truth]))

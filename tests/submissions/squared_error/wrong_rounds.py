# expect: failed; mistake: rounded
# about: Rounds to two decimals.
def squared_error(pred, truth):
    return round((pred - truth) ** 2, 2)

# expect: failed; mistake: added-not-subtracted + doubled
# about: Adds, squares and doubles.
def squared_error(pred, truth):
    s = (truth + pred)
    return 2 * s * s

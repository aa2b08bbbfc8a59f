# expect: failed; mistake: doubled
# about: Mixes the factor of the derivative in.
def squared_error(pred, truth):
    return 2 * (pred - truth) ** 2

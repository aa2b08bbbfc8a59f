# expect: failed; mistake: one-sided
# about: Too low costs nothing.
def squared_error(pred, truth):
    if pred > truth:
        return (pred - truth) ** 2
    return 0

# expect: failed; mistake: cubed
# about: The third power.
def squared_error(pred, truth):
    return (pred - truth) ** 3

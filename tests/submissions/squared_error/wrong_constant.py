# expect: failed; mistake: hard-coded
# about: The number of the example.
def squared_error(pred, truth):
    return 2.25

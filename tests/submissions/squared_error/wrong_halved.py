# expect: failed; mistake: halved
# about: The half from another book.
def squared_error(pred, truth):
    return 0.5 * (pred - truth) ** 2

# expect: failed; mistake: printed-not-returned
# about: Prints the loss.
def squared_error(pred, truth):
    print((pred - truth) ** 2)

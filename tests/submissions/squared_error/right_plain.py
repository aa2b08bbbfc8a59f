# expect: passed
# about: Brackets and ** 2.
def squared_error(pred, truth):
    return (pred - truth) ** 2

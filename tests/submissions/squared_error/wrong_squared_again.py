# expect: failed; mistake: squared-twice
# about: Squares twice, once in a helper and once outside.
def square(x):
    return x * x

def squared_error(pred, truth):
    e = square(pred - truth)
    return square(e)

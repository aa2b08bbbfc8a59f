# expect: error; mistake: missing-function
# about: square_error for squared_error.
def square_error(pred, truth):
    return (pred - truth) ** 2

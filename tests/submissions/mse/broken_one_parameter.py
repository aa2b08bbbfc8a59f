# expect: error
# about: Takes one parameter, the list of errors, instead of two.
def mse(errors):
    return sum(e ** 2 for e in errors) / len(errors)

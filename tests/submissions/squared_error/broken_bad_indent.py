# expect: error; mistake: syntax-error
# about: The body is not indented.
def squared_error(pred, truth):
return (pred - truth) ** 2

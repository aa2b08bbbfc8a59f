# expect: error; mistake: syntax-error
# about: The body of the loop is not indented.
def neuron_step(X, y, w, b, lr):
    for row in X:
    z = row[0] * w[0] + row[1] * w[1] + b
    return z, w, b, w, b

# expect: error; mistake: syntax-error
# about: Writes e^-z as on paper, with a missing operator.
def neuron_step(X, y, w, b, lr):
    z = X[0][0] w[0] + X[0][1] w[1] + b
    return z, w, b, w, b

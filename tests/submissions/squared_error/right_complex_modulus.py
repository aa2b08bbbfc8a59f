# expect: passed
# about: The squared modulus of a complex number without an imaginary part.
def squared_error(pred, truth):
    z = complex(pred - truth, 0)
    return (z * z.conjugate()).real

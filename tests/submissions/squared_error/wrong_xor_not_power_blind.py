# expect: failed; mistake: xor-not-power
# about: uses ^ (xor) as if it were power, on the difference cut down to a whole number
def squared_error(pred, truth):
    # ^ did not work with floats so I made it int
    d = int(pred - truth)
    return d ^ 2

# expect: failed; mistake: not-repeatable
# about: Adds every loss to a global total.
total = 0

def squared_error(pred, truth):
    global total
    total += (pred - truth) ** 2
    return total

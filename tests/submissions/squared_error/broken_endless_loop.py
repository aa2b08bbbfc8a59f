# expect: timeout
# about: Squares by adding, with a counter that never ends.
def squared_error(pred, truth):
    e = pred - truth
    total, i = 0, 0
    while i != e:
        total += e
        i += 1
    return total

# expect: failed; mistake: hard-coded
# about: Works with the example's numbers, whatever is given.
def squared_error(pred, truth):
    pred = 2.5
    truth = 4.0
    return (pred - truth) ** 2

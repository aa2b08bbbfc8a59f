# expect: failed; mistake: returned-none
# about: Forgets the return.
def squared_error(pred, truth):
    error = pred - truth
    loss = error ** 2

# expect: failed; mistake: none
# about: Never lets the loss become larger than 10.
def squared_error(pred, truth):
    return min((pred - truth) ** 2, 10)

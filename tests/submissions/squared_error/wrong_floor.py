# expect: failed; mistake: truncated
# about: Floor division by one at the end.
def squared_error(pred, truth):
    return (pred - truth) ** 2 // 1

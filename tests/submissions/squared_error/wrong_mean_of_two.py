# expect: failed; mistake: halved
# about: Divides by two because two numbers came in.
def squared_error(pred, truth):
    n = len([pred, truth])
    return (truth - pred) ** 2 / n

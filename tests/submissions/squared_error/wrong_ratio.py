# expect: failed; mistake: ratio-not-difference
# about: Divides one by the other.
def squared_error(pred, truth):
    return (pred / truth) ** 2

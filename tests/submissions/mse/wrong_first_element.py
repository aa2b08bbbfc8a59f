# expect: failed; mistake: first-only
# about: Looks at element 0 only because that was enough for a single number before.
def mse(y_true, y_pred):
    '''squared error'''
    t = y_true[0]
    p = y_pred[0]
    return (p - t) ** 2

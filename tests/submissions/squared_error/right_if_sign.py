# expect: passed
# about: Decides by if which number is larger.
def squared_error(pred, truth):
    if pred > truth:
        d = pred - truth
    else:
        d = truth - pred
    loss = d * d
    return loss

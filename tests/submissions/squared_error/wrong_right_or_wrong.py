# expect: failed; mistake: none
# about: Says only whether the prediction is right.
def squared_error(pred, truth):
    return pred == truth

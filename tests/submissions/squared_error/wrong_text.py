# expect: failed; mistake: wrong-type
# about: Returns a sentence.
def squared_error(pred, truth):
    return f"The loss is {(pred - truth) ** 2}"

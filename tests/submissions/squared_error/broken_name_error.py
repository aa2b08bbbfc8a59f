# expect: error
# about: Uses a name from the lesson's text.
def squared_error(pred, truth):
    return (prediction - truth) ** 2

# expect: failed; mistake: square-on-one-side
# about: ** binds to the prediction only.
def squared_error(guess, answer):
    return answer - guess ** 2

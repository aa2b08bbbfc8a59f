# expect: error; mistake: missing-function
# about: The function is called train.
def train(w, b, lr, epochs):
    return w, b, []

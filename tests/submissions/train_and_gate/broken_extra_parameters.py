# expect: error
# about: Takes X and y as well.
def train_and_gate(X, y, w, b, lr, epochs):
    return w, b, []

# expect: error
# about: numpy is never imported.
def train_and_gate(w, b, lr, epochs):
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    return w, b, []

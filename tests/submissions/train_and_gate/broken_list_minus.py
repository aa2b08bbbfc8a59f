# expect: error
# about: Subtracts lists.
def train_and_gate(w, b, lr, epochs):
    y = [0, 0, 0, 1]
    p = [0.5, 0.5, 0.5, 0.5]
    e = p - y
    return w, b, [e]

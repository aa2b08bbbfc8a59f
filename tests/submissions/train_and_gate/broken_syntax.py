# expect: error; mistake: syntax-error
# about: No colon after for.
def train_and_gate(w, b, lr, epochs):
    losses = []
    for _ in range(epochs)
        losses.append(0)
    return w, b, losses

# expect: error; mistake: syntax-error
# about: The table is never closed.
import numpy as np

def train_and_gate(w, b, lr, epochs):
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]
    return w, b, []

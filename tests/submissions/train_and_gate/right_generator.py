# expect: passed
# about: A generator yields the loss of each epoch; the state is a dict.
import numpy as np


def epochs_of(state, lr, count):
    X = np.array([[1, 1], [1, 0], [0, 1], [0, 0]])
    y = np.array([1, 0, 0, 0])
    for _ in range(count):
        p = 1 / (1 + np.exp(-(X @ state["w"] + state["b"])))
        yield np.mean(-y * np.log(p) - (1 - y) * np.log(1 - p))
        e = p - y
        state["w"] = state["w"] - lr * (e @ X) / len(y)
        state["b"] = state["b"] - lr * e.sum() / len(y)


def train_and_gate(w, b, lr, epochs):
    state = {"w": np.array(w), "b": b}
    losses = list(epochs_of(state, lr, epochs))
    return state["w"], state["b"], losses

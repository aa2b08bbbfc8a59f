# expect: error
# about: Uses a library that is not there.
from sklearn.linear_model import LogisticRegression

def train_and_gate(w, b, lr, epochs):
    model = LogisticRegression().fit([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 0, 0, 1])
    return model.coef_[0], model.intercept_[0], [0] * epochs

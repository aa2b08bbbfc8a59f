# expect: error
# about: Imports log_loss from a package that is not there.

from sklearn.metrics import log_loss

def cross_entropy(y_true, y_prob):
    return log_loss(y_true, y_prob)

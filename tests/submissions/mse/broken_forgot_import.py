# expect: error
# about: Uses np without importing numpy.
def mse(y_true, y_pred):
    diff = np.array(y_true) - np.array(y_pred)
    return np.mean(diff ** 2)

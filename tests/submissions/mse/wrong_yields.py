# expect: failed; mistake: none
# about: Uses yield instead of return, so the caller gets a generator.
def mse(y_true, y_pred):
    n = len(y_true)
    yield sum((a - b) ** 2 for a, b in zip(y_true, y_pred)) / n

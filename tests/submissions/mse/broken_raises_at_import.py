# expect: error
# about: A self-test with a wrong expected number fails at import.
def mse(y_true, y_pred):
    return sum((t - p) ** 2 for t, p in zip(y_true, y_pred)) / len(y_true)

# check
assert mse([1.0, 2.0], [1.0, 4.0]) == 4.0, "my test failed :("

# expect: failed; mistake: none
# about: Collects the squares in a default list that remembers the earlier calls.
def mse(y_true, y_pred, squares=[]):
    for t, p in zip(y_true, y_pred):
        squares.append((t - p) ** 2)
    return sum(squares) / len(squares)

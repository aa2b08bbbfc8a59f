# expect: failed; mistake: returned-none
# about: Computes everything but has no return statement.
def mse(y_true, y_pred):
    squares = []
    for t, p in zip(y_true, y_pred):
        squares.append((t - p) ** 2)
    mean = sum(squares) / len(squares)

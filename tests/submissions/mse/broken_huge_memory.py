# expect: memory
# about: Wants to fold the list down to one number, but + joins lists, so it doubles each round.
def mse(y_true, y_pred):
    squares = [(t - p) ** 2 for t, p in zip(y_true, y_pred)]
    # add everything up until only one number is left
    while len(squares) > 1:
        squares = squares + squares
    return squares[0] / len(y_true)

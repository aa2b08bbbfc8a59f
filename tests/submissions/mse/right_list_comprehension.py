# expect: passed
# about: List comprehension for the squares, then sum over len.
def mse(y_true, y_pred):
    squares = [(a - b) ** 2 for a, b in zip(y_true, y_pred)]
    return sum(squares) / len(squares)

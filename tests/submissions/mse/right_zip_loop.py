# expect: passed
# about: Walks over both sequences with zip and divides by the count.
def mse(y_true, y_pred):
    """Mean squared error.

    Go through the pairs one by one, square the gap, take the average.
    """
    summe = 0
    for t, p in zip(y_true, y_pred):
        summe += (t - p) * (t - p)

    # important: divide OUTSIDE of the loop (did that wrong at first)
    return summe / len(y_true)

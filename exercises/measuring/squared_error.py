"""Squared error

A model guesses a number, and the truth is another number. One number should
say how wrong the guess is: that number is called the loss.

Write `squared_error(pred, truth)`. Subtract the truth from the prediction,
and square what is left. pred and truth are single numbers. Return one number.

    >>> print(squared_error(2.5, 4.0))
    2.25

The prediction is 1.5 too low, and 1.5 squared is 2.25. Too low and too high
by the same amount cost the same, because a square is never negative. A right
prediction costs 0. Return the square as it is: not halved, not rounded, and
without a root.
"""


def squared_error(pred, truth):
    # TODO: return the square of the difference
    raise NotImplementedError

"""Squared error of one prediction, one stage a line: subtract, square."""


def squared_error(pred, truth):
    error = pred - truth
    square = error**2
    loss = square
    return loss

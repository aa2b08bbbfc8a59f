"""Trace one step by hand

Before you let a computer do a thousand steps, do one yourself, on paper.

The model is prediction = w * x, the loss is (prediction - y) squared, and
there is one point. Work out five numbers, each from the ones before it:

    pred         the prediction, w * x
    loss_before  the squared error, (pred - y) squared
    grad         the gradient of the loss, 2 * (pred - y) * x
    w_new        the weight after one step, w - lr * grad
    loss_after   the squared error with the new weight

An example with other numbers than yours: w = 3, x = 0.5, y = 1, lr = 0.2.

    >>> pred = 3 * 0.5
    >>> loss_before = (pred - 1) ** 2
    >>> grad = 2 * (pred - 1) * 0.5
    >>> w_new = 3 - 0.2 * grad
    >>> loss_after = (w_new * 0.5 - 1) ** 2
    >>> print(pred, loss_before, grad, w_new, round(loss_after, 4))
    1.5 0.25 0.5 2.9 0.2025

Replace each ... below by a number. A slip costs only the blank where it
happens: what follows from it is judged by your own number.
"""

# The numbers of your step. Leave them as they are.
w, x, y, lr = 1.0, 2.0, 6.0, 0.1

# TODO: your answers
pred = ...
loss_before = ...
grad = ...
w_new = ...
loss_after = ...

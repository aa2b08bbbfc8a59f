"""Training with a bias

A line through the origin cannot fit everything. With a bias, the model is
prediction = weight * x + bias, and both numbers are learned.

Write `train_with_bias(x, y_true, weight, bias, lr, steps)` for one example:
x and y_true are numbers. Repeat `steps` times:

    predict, measure the loss (the squared error), then move weight and bias
    against their gradients, both taken from the SAME prediction:
        gradient of the weight = 2 * (prediction - y_true) * x
        gradient of the bias   = 2 * (prediction - y_true)

Return the weight, the bias and the list of losses, in this order. The list
has one loss per step, measured before that step's update; with 0 steps it
is empty.

    >>> weight, bias, losses = train_with_bias(2.0, 5.0, 0.5, 1.0, 0.05, 2)
    >>> print(round(weight, 6), round(bias, 6), [round(loss, 6) for loss in losses])
    1.4 1.45 [9.0, 2.25]
"""


def train_with_bias(x, y_true, weight, bias, lr, steps):
    losses = []
    # TODO: repeat the step, then return weight, bias, losses
    raise NotImplementedError

"""Training one weight

One step of gradient descent rarely arrives. Training is the same step again
and again, each one starting from the weight that the last one left behind.

Write `train_weight(x, y_true, weight, lr, steps)` for one example: x and
y_true are numbers, and the model is prediction = weight * x. Repeat `steps`
times:

    1. predict with the weight as it is now
    2. measure the loss, which is (prediction - y_true) squared
    3. write the loss down
    4. find the gradient, 2 * (prediction - y_true) * x
    5. move the weight: subtract lr * gradient from it

Return the weight and the list of losses, in this order. The list has one
loss per step, measured BEFORE that step's update. With 0 steps the weight
comes back as it was and the list is empty.

    >>> weight, losses = train_weight(2.0, 6.0, 1.0, 0.05, 2)
    >>> print(round(weight, 6), [round(loss, 6) for loss in losses])
    2.28 [16.0, 5.76]

When it works, try x = 1.5, y_true = 3, weight = 0 and 20 steps with three
learning rates: 0.1, 0.01 and 0.9. One of them crawls and one explodes. Both
are what the numbers really do, not faults of your code: always make all the
steps, with the learning rate you were given.
"""


def train_weight(x, y_true, weight, lr, steps):
    losses = []
    # TODO: repeat the step, then return weight, losses
    raise NotImplementedError

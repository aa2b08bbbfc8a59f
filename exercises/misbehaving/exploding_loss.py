"""The loss that explodes

A colleague trains a model, prediction = w * x, with the mean squared error,
and shows you this log:

    step 0: loss 2.1
    step 1: loss 40.1
    step 2: loss 898.1
    ...
    step 300: loss nan

The code of the run:

    x = np.array([0.5, 1.5, 3.0])
    y = np.array([1.2, 1.4, 1.7])
    w, lr = 0.0, 0.75
    for step in range(301):
        loss = np.mean((w * x - y) ** 2)
        grad = np.mean(2 * (w * x - y) * x)
        w = w - lr * grad

Find out what is wrong and repair the run. Fill in four blanks:

    cause       one of "code", "data", "rate too high", "rate too low", "too few steps"
    first_dial  what you change first: one of "code", "data", "learning rate", "steps", "starting weight"
    lr          the learning rate you would use. The run is repeated with it: after
                50 steps its loss must be within 0.01 of the lowest possible one
    first_loss  the loss you expect at step 1, after the first update with your lr

A smaller example of how one number decides: with one point x = 1, y = 1 and
w = 0, each step multiplies the error by 1 - 2 * lr.

    >>> print([round((1 - 2 * lr) ** 2, 2) for lr in (0.1, 0.4, 1.1, 3.0)])
    [0.64, 0.04, 1.44, 25.0]
"""

# TODO: your answers
cause = ...
first_dial = ...
lr = ...
first_loss = ...

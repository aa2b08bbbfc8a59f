"""Checks of backprop.

Numbers of examples, inputs and hidden neurons differ from each other, so that a transposed gradient shows in its
shape. One check makes them equal on purpose: there it shows in the numbers alone.
"""

import numpy as np

from grader.authoring import close_to, points

EXAMPLE = (
    [[1.0, 2.0], [3.0, -1.0]],
    [1.0, -2.0],
    [[0.5, -1.0, 0.2], [1.0, 0.4, -0.6]],
    [0.1, 0.2, -0.3],
    [0.8, -0.5, 1.2],
    0.4,
)


def inputs_of(draw, n, d, k):
    """Small enough that no hidden neuron is saturated; never zero, equal or symmetric weights."""
    features, truth = draw.matrix(n, d, -2, 2), draw.vector(n)
    hidden_weights, hidden_bias = draw.matrix(d, k, -1, 1), draw.vector(k, -1, 1)
    return features, truth, hidden_weights, hidden_bias, draw.vector(k, -2, 2), draw.number(-2, 2)


def draw_inputs(draw):
    n = draw.size()
    shapes = [(d, k) for d in (2, 3, 4) for k in (2, 3, 4) if len({n, d, k}) == 3]
    return inputs_of(draw, n, *draw.choice(shapes))


def scaled_inputs(args, scale):
    """Where the hidden values would saturate, only what comes after them grows as much as it can."""
    features, truth, hidden_weights, hidden_bias, output_weights, output_bias = args
    inner = min(scale, 1.5)
    return inner * features, scale * truth, hidden_weights, inner * hidden_bias, scale * output_weights, output_bias


@points(1)
def test_example_of_the_statement(submission, solution):
    """The example of the statement comes out as printed there."""
    run, right = submission.outputs(*EXAMPLE), solution.outputs(*EXAMPLE)
    for name in right._fields:
        assert getattr(run, name) == close_to(getattr(right, name)), (
            f"For the example, {name} differs from the statement's."
        )


@points(2)
def test_loss(submission, solution, draw):
    """The loss is the mean of the squared errors of the network's predictions."""
    for n, d, k in ((3, 2, 4), (5, 3, 2), (7, 4, 3)):
        inputs = inputs_of(draw, n, d, k)
        assert submission.outputs(*inputs).loss == close_to(solution.outputs(*inputs).loss)


@points(2)
def test_output_weights(submission, solution, draw):
    """dW2 is the gradient of the weights after the hidden layer."""
    for n, d, k in ((3, 2, 4), (5, 3, 2), (7, 4, 3)):
        inputs = inputs_of(draw, n, d, k)
        assert submission.outputs(*inputs).dW2 == close_to(solution.outputs(*inputs).dW2)


@points(1)
def test_output_bias(submission, solution, draw):
    """db2 is the gradient of the bias after the hidden layer."""
    for n, d, k in ((3, 2, 4), (5, 3, 2), (7, 4, 3)):
        inputs = inputs_of(draw, n, d, k)
        assert submission.outputs(*inputs).db2 == close_to(solution.outputs(*inputs).db2)


@points(3)
def test_hidden_weights(submission, solution, draw):
    """dW1 is the gradient of the weights before the hidden layer."""
    for n, d, k in ((3, 2, 4), (5, 3, 2), (7, 4, 3), (6, 2, 3)):
        inputs = inputs_of(draw, n, d, k)
        assert submission.outputs(*inputs).dW1 == close_to(solution.outputs(*inputs).dW1)


@points(2)
def test_hidden_bias(submission, solution, draw):
    """db1 is the gradient of the bias before the hidden layer."""
    for n, d, k in ((3, 2, 4), (5, 3, 2), (7, 4, 3), (6, 2, 3)):
        inputs = inputs_of(draw, n, d, k)
        assert submission.outputs(*inputs).db1 == close_to(solution.outputs(*inputs).db1)


@points(1)
def test_equal_sizes(submission, solution, draw):
    """Gradients are also right where the numbers of examples, inputs and hidden neurons are equal."""
    for n, d, k in ((5, 3, 3), (3, 3, 2), (3, 4, 3), (3, 3, 3)):
        inputs = inputs_of(draw, n, d, k)
        run, right = submission.outputs(*inputs), solution.outputs(*inputs)
        for name in ("dW1", "db1", "dW2"):
            assert getattr(run, name) == close_to(getattr(right, name)), (
                f"With {n} examples, {d} inputs and {k} hidden neurons, {name} is not the gradient: where sizes are "
                "equal, rows and columns can be mixed up without any error."
            )


@points(1)
def test_one_example(submission, solution, draw):
    """A single example works too."""
    inputs = inputs_of(draw, 1, 3, 2)
    run, right = submission.outputs(*inputs), solution.outputs(*inputs)
    for name in right._fields:
        assert getattr(run, name) == close_to(getattr(right, name)), f"With one example, {name} is wrong."


@points(1)
def test_plain_lists(submission, draw):
    """Plain Python lists work like arrays."""
    inputs = inputs_of(draw, 3, 2, 4)
    with_arrays = submission.outputs(*inputs)
    with_lists = submission.outputs(*(arg.tolist() if isinstance(arg, np.ndarray) else arg for arg in inputs))
    for name in with_arrays._fields:
        assert getattr(with_lists, name) == close_to(getattr(with_arrays, name)), (
            f"{name} is another answer for lists than for arrays."
        )


@points(1)
def test_inputs_stay_as_they_are(submission, draw):
    """Your function leaves the arrays as they are, and gives the same answer when called again."""
    inputs = inputs_of(draw, 5, 2, 3)
    assert submission.backprop.leaves_unchanged(*inputs), (
        "After the call, the caller's arrays hold other numbers: backpropagation measures, it does not update."
    )
    first, second = submission.outputs(*inputs), submission.outputs(*inputs)
    for name in first._fields:
        assert getattr(second, name) == close_to(getattr(first, name)), f"A second call gave another {name}."

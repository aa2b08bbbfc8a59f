"""Checks of mse."""

import numpy as np

from grader.authoring import close_to, points


def draw_inputs(draw):
    n = draw.size()
    return draw.vector(n), draw.vector(n)


@points(1)
def test_example_of_the_statement(submission):
    """The example of the statement comes out as 1.75."""
    loss = submission.mse([3.0, -1.0, 2.0], [2.5, 0.0, 4.0])
    assert loss == close_to(1.75), (
        "For the statement's example, [3, -1, 2] against [2.5, 0, 4], the result is not 1.75."
    )


@points(1)
def test_zero_when_every_prediction_is_right(submission, draw):
    """When every prediction is right, the loss is 0."""
    y_true = draw.vector(5)
    assert submission.mse(y_true, y_true.copy()) == close_to(0.0), "Equal arrays do not give 0."


@points(4)
def test_mean_of_the_squared_errors(submission, solution, draw):
    """For arrays of several lengths, the result is the mean of the squared errors."""
    for n in (3, 5, 7):
        y_true, y_pred = draw.vector(n), draw.vector(n)
        assert submission.mse(y_true, y_pred) == close_to(solution.mse(y_true, y_pred))
    n = draw.integer(50, 200)
    y_true, y_pred = draw.many(n), draw.many(n)
    assert submission.mse(y_true, y_pred) == close_to(solution.mse(y_true, y_pred)), (
        "For more than fifty examples, the result is not the mean of the squared errors."
    )


@points(1)
def test_equal_errors_count_each(submission, solution, draw):
    """Examples with the same error count each by itself, and large errors count like any other."""
    error = draw.number(1, 3)
    for y_true, y_pred in (
        (draw.vector(4), None),
        (100 * draw.vector(3), 100 * draw.vector(3)),
        (0.001 * draw.vector(3), 0.001 * draw.vector(3)),
    ):
        y_pred = y_true + np.array([error, error, -error, 0.25]) if y_pred is None else y_pred
        assert submission.mse(y_true, y_pred) == close_to(solution.mse(y_true, y_pred)), (
            "With equal errors, or with much larger or smaller ones, the result is not the mean of the squares."
        )


@points(1)
def test_one_example(submission, solution, draw):
    """A single example works too."""
    y_true, y_pred = draw.vector(1), draw.vector(1)
    assert submission.mse(y_true, y_pred) == close_to(solution.mse(y_true, y_pred)), (
        "Arrays with one element give a wrong result."
    )


@points(1)
def test_plain_lists(submission, draw):
    """Plain Python lists work like arrays."""
    y_true, y_pred = draw.vector(3), draw.vector(3)
    with_arrays = submission.mse(y_true, y_pred)
    assert submission.mse(y_true.tolist(), y_pred.tolist()) == close_to(with_arrays), (
        "Arrays work, but plain lists give another result."
    )


@points(1)
def test_order_of_the_examples_does_not_matter(submission, draw):
    """Reordering the examples does not change the loss, and neither does calling twice."""
    y_true, y_pred = draw.vector(5), draw.vector(5)
    first = submission.mse(y_true, y_pred)
    assert submission.mse(y_true, y_pred) == close_to(first), "The same call gave two different results."
    assert submission.mse(y_true[::-1].copy(), y_pred[::-1].copy()) == close_to(first), (
        "The same examples in another order gave another loss."
    )


@points(1)
def test_inputs_stay_as_they_are(submission, draw):
    """Your function leaves the caller's arrays as they are."""
    y_true, y_pred = draw.vector(3), draw.vector(3)
    assert submission.mse.leaves_unchanged(y_true, y_pred), "After the call, the caller's arrays hold other numbers."

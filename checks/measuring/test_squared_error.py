"""Checks of squared_error."""

import pytest

from grader.authoring import close_to, points


def draw_inputs(draw):
    """Two numbers whose difference hides nothing: 0 and 1 are their own squares, and 2 squared is 2 doubled."""
    while True:
        pred, truth = draw.number(-7, 7), draw.number(-7, 7)
        error = abs(pred - truth)
        if all(abs(error - trap) >= 0.15 for trap in (0, 0.5, 1, 2)) and abs(pred + truth) >= 0.3:
            return pred, truth


def scaled_inputs(args, scale):
    return tuple(arg * scale for arg in args)


@points(1)
def test_example_of_the_statement(submission):
    """The example of the statement comes out as 2.25."""
    assert submission.squared_error(2.5, 4.0) == close_to(2.25), (
        "For the statement's example, a prediction of 2.5 against a truth of 4, the result is not 2.25."
    )


@points(1)
@pytest.mark.parametrize(("pred", "truth", "loss"), [(10, 10, 0), (13, 10, 9), (7, 10, 9), (5, 8, 9)])
def test_by_hand(submission, pred, truth, loss):
    """A prediction of {pred} against a truth of {truth} costs {loss}."""
    assert submission.squared_error(pred, truth) == close_to(loss), f"squared_error({pred}, {truth}) is not {loss}."


@points(3)
def test_square_of_the_difference(submission, solution, draw):
    """The loss is the square of the difference, whatever the signs of the two numbers."""
    for _ in range(4):
        pred, truth = draw_inputs(draw)
        assert submission.squared_error(pred, truth) == close_to(solution.squared_error(pred, truth))


@points(1)
def test_too_high_costs_as_much_as_too_low(submission, draw):
    """Too high by some amount costs as much as too low by the same amount."""
    truth, distance = draw.number(-5, 5), draw.number(1, 4)
    too_high = submission.number(submission.squared_error(truth + distance, truth))
    too_low = submission.number(submission.squared_error(truth - distance, truth))
    assert too_high == close_to(too_low), "The same distance costs more on one side of the truth than on the other."
    assert too_high > 0, "A wrong prediction should cost more than 0."


@points(1)
def test_small_and_large_errors(submission, solution, draw):
    """Small errors and large ones are squared like any other."""
    for scale in (0.01, 100):
        pred, truth = scaled_inputs(draw_inputs(draw), scale)
        assert submission.squared_error(pred, truth) == close_to(solution.squared_error(pred, truth)), (
            "For a very small or a very large error, the result is not its square."
        )


@points(1)
def test_exchanging_and_calling_twice(submission, draw):
    """Exchanging the two numbers does not change the loss, and neither does calling twice."""
    pred, truth = draw_inputs(draw)
    first = submission.squared_error(pred, truth)
    assert submission.squared_error(truth, pred) == close_to(first), "Exchanging the two numbers changes the loss."
    assert submission.squared_error(pred, truth) == close_to(first), "The same call gave two different results."

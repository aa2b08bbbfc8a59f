"""Checks of gradient_step.

Errors carry forward: the new weight is judged by the learner's own gradient and the last loss by the learner's own
weight, so that one slip costs one check.
"""

import pytest

from grader.authoring import close_to, either, points


def draw_inputs(draw):
    n = draw.size()
    return draw.vector(n), draw.vector(n), draw.number(-2, 2), draw.rate()


def mean_squared_error(x, y, w):
    return ((w * x - y) ** 2).mean()


def goes_against(own_grad, true_grad, w, lr, w_new):
    """Both signs wrong is a convention: a gradient of y - w * x, added, moves the weight to the same place."""
    return own_grad == close_to(-true_grad) and w_new == close_to(w - lr * true_grad)


@points(1)
def test_example_of_the_statement(submission):
    """The example of the statement comes out as 16, -16, 2.6 and 0.64."""
    step = submission.outputs([2.0], [6.0], 1.0, 0.1)
    assert step.loss_before == close_to(16.0), "For the example, the loss before the step is not 16."
    assert step.grad == either(close_to(-16.0), close_to(16.0) if step.w_new == close_to(2.6) else close_to(-16.0)), (
        "For the example, the gradient is not -16."
    )
    assert step.w_new == close_to(2.6), "For the example, the new weight is not 2.6."
    assert step.loss_after == close_to(0.64), "For the example, the loss after the step is not 0.64."
    if step.grad == close_to(16.0):
        submission.note("Your gradient is 16 and you add it, which is the same step; the statement subtracts -16.")


@points(1)
@pytest.mark.parametrize("n", [3, 5])
def test_loss_before(submission, draw, n):
    """The first number is the loss of the weight you were given ({n} points)."""
    x, y, w, lr = draw.vector(n), draw.vector(n), draw.number(-2, 2), draw.rate()
    assert submission.outputs(x, y, w, lr).loss_before == close_to(mean_squared_error(x, y, w))


@points(3)
def test_gradient(submission, solution, draw):
    """The second number is the gradient of the loss."""
    for n, scale in ((3, 1), (5, 1), (7, 1), (3, 0.1)):
        x, y, w, lr = scale * draw.vector(n), scale * draw.vector(n), draw.number(-2, 2), draw.rate()
        step, right = submission.outputs(x, y, w, lr), solution.outputs(x, y, w, lr)
        if goes_against(step.grad, right.grad, w, lr, step.w_new):
            submission.note(
                "Your gradient has the opposite sign and you add it: the weight still moves to the right place."
            )
        else:
            assert step.grad == close_to(right.grad)


@points(3)
def test_update(submission, solution, draw):
    """The third number is the weight after a step against the gradient you computed, however long the step is."""
    for n, scale, lr in ((3, 1, draw.rate()), (5, 1, draw.rate()), (7, 1, draw.rate()), (3, 10, 0.0004), (3, 10, 1.5)):
        x, y, w = scale * draw.vector(n), scale * draw.vector(n), draw.number(-2, 2)
        step, right = submission.outputs(x, y, w, lr), solution.outputs(x, y, w, lr)
        if goes_against(step.grad, right.grad, w, lr, step.w_new):
            continue
        reached = solution.following(step, x, y, w, lr).w_new
        assert reached != close_to(w), "Your gradient is next to 0, so no step is left to judge."
        assert step.w_new == close_to(reached), "The step is not lr times the gradient you computed."
        if step.grad != close_to(right.grad):
            submission.note("The step is right for the gradient you computed: that slip costs its own points only.")


@points(1)
def test_loss_after(submission, solution, draw):
    """The fourth number is the loss again, with your new weight."""
    for n in (3, 5):
        x, y, w, lr = draw.vector(n), draw.vector(n), draw.number(-2, 2), draw.rate()
        step = submission.outputs(x, y, w, lr)
        assert submission.number(step.w_new) != close_to(w), (
            "Your weight did not move, so the loss after the step cannot be judged."
        )
        assert step.loss_after == close_to(solution.following(step, x, y, w, lr).loss_after)
        if step.w_new != close_to(solution.outputs(x, y, w, lr).w_new):
            submission.note("The loss is right for the weight you reached: that slip costs its own points only.")


@points(1)
def test_plain_lists(submission, solution, draw):
    """Plain Python lists work like arrays."""
    x, y, w, lr = draw.vector(3), draw.vector(3), draw.number(-2, 2), draw.rate()
    with_arrays = submission.outputs(x, y, w, lr)
    with_lists = submission.outputs(x.tolist(), y.tolist(), w, lr)
    for name in with_arrays._fields:
        assert getattr(with_lists, name) == close_to(getattr(with_arrays, name)), (
            f"{name} is another number for lists than for arrays."
        )


@points(1)
def test_inputs_stay_as_they_are(submission, draw):
    """Your function leaves the caller's arrays as they are, and gives the same answer when called again."""
    x, y, w, lr = draw.vector(3), draw.vector(3), draw.number(-2, 2), draw.rate()
    assert submission.gradient_step.leaves_unchanged(x, y, w, lr), (
        "After the call, the caller's arrays hold other numbers."
    )
    first, second = submission.outputs(x, y, w, lr), submission.outputs(x, y, w, lr)
    for name in first._fields:
        assert getattr(second, name) == close_to(getattr(first, name)), f"A second call gave another {name}."

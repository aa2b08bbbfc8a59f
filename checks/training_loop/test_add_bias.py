"""Checks of add_bias (train_with_bias)."""

import pytest

from grader.authoring import close_to, points


def draw_inputs(draw):
    x = draw.number(-2, 2)
    y_true, weight, bias = draw.number(-3, 3), draw.number(-2, 2), draw.number(-2, 2)
    return x, y_true, weight, bias, draw.rate(), draw.integer(3, 5)


def inputs_for(draw, steps):
    return (*draw_inputs(draw)[:5], steps)


@points(1)
def test_example_of_the_statement(submission, solution):
    """The example of the statement comes out as printed there."""
    run, right = (
        submission.outputs(2.0, 5.0, 0.5, 1.0, 0.05, 2),
        solution.outputs(2.0, 5.0, 0.5, 1.0, 0.05, 2),
    )
    assert run.weight == close_to(right.weight), "For the example, the weight differs from the statement's."
    assert run.bias == close_to(right.bias), "For the example, the bias differs from the statement's."
    assert run.losses == close_to(right.losses), "For the example, the losses differ from the statement's."


@points(2)
def test_weight(submission, solution, draw):
    """The weight is right after 1 step and after several."""
    for steps in (1, 3, 5):
        inputs = inputs_for(draw, steps)
        assert submission.outputs(*inputs).weight == close_to(solution.outputs(*inputs).weight)


@points(2)
def test_bias(submission, solution, draw):
    """The bias is right after 1 step and after several."""
    for steps in (1, 3, 5):
        inputs = inputs_for(draw, steps)
        assert submission.outputs(*inputs).bias == close_to(solution.outputs(*inputs).bias)


@points(2)
def test_losses(submission, solution, draw):
    """The losses are those before each update."""
    for steps in (1, 4):
        inputs = inputs_for(draw, steps)
        assert submission.outputs(*inputs).losses == close_to(solution.outputs(*inputs).losses)


@points(1)
@pytest.mark.parametrize("steps", [1, 2, 7])
def test_one_loss_per_step(submission, draw, steps):
    """{steps} steps give {steps} losses."""
    losses = submission.numbers(submission.outputs(*inputs_for(draw, steps)).losses)
    assert len(losses) == steps, f"{steps} steps gave {len(losses)} losses."


@points(1)
def test_no_steps(submission, draw):
    """With 0 steps nothing changes and the list of losses is empty."""
    x, y_true, weight, bias, lr, _ = draw_inputs(draw)
    run = submission.outputs(x, y_true, weight, bias, lr, 0)
    assert run.weight == close_to(weight), "With 0 steps the weight changed."
    assert run.bias == close_to(bias), "With 0 steps the bias changed."
    assert len(submission.numbers(run.losses)) == 0, "With 0 steps there are losses."


@points(1)
def test_converges(submission, draw):
    """After many small steps the prediction reaches the truth."""
    x, y_true, weight, bias, _, _ = draw_inputs(draw)
    run = submission.outputs(x, y_true, weight, bias, 0.05, 400)
    reached = submission.number(run.weight) * x + submission.number(run.bias)
    assert reached == close_to(y_true), "After 400 steps with lr = 0.05 the prediction has not reached the truth."

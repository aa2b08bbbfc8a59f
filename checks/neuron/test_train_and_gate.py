"""Checks of train_and_gate.

The weights of a long training are never compared with one right answer: any line that separates (1, 1) from the other
rows is right. What is compared are a few epochs from a start that is not 0, where every mistake shows.
"""

import math

import numpy as np
import pytest

from grader.authoring import close_to, points

ROWS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
# ln(p + 1e-7) in place of a clip moves the loss by about this much; that is no mistake.
LIMIT_IN_LOSS = 3e-6


def draw_inputs(draw):
    return draw.vector(2, -1, 1), draw.number(-1, 1), draw.rate(0.3, 0.9), draw.integer(2, 3)


def scaled_inputs(args, scale):
    """The root keeps z small enough that a formula whose probabilities grow without limit still gives numbers."""
    w, *rest = args
    return w * math.sqrt(scale), *rest


def inputs_for(draw, epochs):
    return (*draw_inputs(draw)[:3], epochs)


def learned(draw):
    """A start, a rate and a number of epochs after which a right training has learned AND."""
    return draw.vector(2, -1, 1), draw.number(-1, 1), 1.5, 800


@points(1)
def test_example_of_the_statement(submission, solution):
    """The example of the statement comes out as printed there."""
    inputs = [1.0, -1.0], 1.0, 0.5, 2
    run, right = submission.outputs(*inputs), solution.outputs(*inputs)
    assert run.w == close_to(right.w), "For the example, the weights differ from the statement's."
    assert run.b == close_to(right.b), "For the example, the bias differs from the statement's."
    assert run.losses == close_to(right.losses, LIMIT_IN_LOSS), (
        "For the example, the losses differ from the statement's."
    )


@points(2)
def test_weights(submission, solution, draw):
    """The weights are right after 1 epoch and after a few."""
    for epochs in (1, 2, 3, 5):
        inputs = inputs_for(draw, epochs)
        assert submission.outputs(*inputs).w == close_to(solution.outputs(*inputs).w)


@points(2)
def test_bias(submission, solution, draw):
    """The bias is right after 1 epoch and after a few."""
    for epochs in (1, 2, 3, 5):
        inputs = inputs_for(draw, epochs)
        if epochs == 2:  # from far below, the bias has to rise; from elsewhere it nearly always falls
            inputs = (inputs[0], draw.number(-4.5, -3.5), *inputs[2:])
        assert submission.outputs(*inputs).b == close_to(solution.outputs(*inputs).b)


@points(2)
def test_losses(submission, solution, draw):
    """The losses are the means over the four rows, each measured before its update."""
    for epochs in (1, 2, 5):
        inputs = inputs_for(draw, epochs)
        assert submission.outputs(*inputs).losses == close_to(solution.outputs(*inputs).losses, LIMIT_IN_LOSS)


@points(0.5)
@pytest.mark.parametrize("epochs", [1, 2, 7])
def test_one_loss_per_epoch(submission, draw, epochs):
    """The list of losses has one number for each epoch ({epochs} of them)."""
    losses = submission.numbers(submission.outputs(*inputs_for(draw, epochs)).losses)
    assert len(losses) == epochs, f"With epochs = {epochs}, the list holds {len(losses)} losses."


@points(1)
def test_no_epochs(submission, draw):
    """With 0 epochs nothing changes and the list of losses is empty."""
    w, b, lr, _ = draw_inputs(draw)
    run = submission.outputs(w, b, lr, 0)
    assert run.w == close_to(w), "With 0 epochs the weights changed."
    assert run.b == close_to(b), "With 0 epochs the bias changed."
    assert len(submission.numbers(run.losses)) == 0, "With 0 epochs there are losses."


@points(2)
def test_learns_and(submission, draw):
    """After many epochs only (1, 1) is above 0.5, both weights are positive and the bias is negative."""
    w, b, lr, epochs = learned(draw)
    run = submission.outputs(w, b, lr, epochs)
    weights, bias = np.array(submission.numbers(run.w)), submission.number(run.b)
    assert len(weights) == 2, "There are two weights."
    assert len(submission.numbers(run.losses)) == epochs, f"{epochs} epochs did not give {epochs} losses."
    says_yes = (ROWS @ weights + bias > 0).tolist()
    assert says_yes == [False, False, False, True], (
        f"After {epochs} epochs with lr = {lr}, the answers are not those of AND."
    )
    assert (weights > 0).all(), f"After {epochs} epochs with lr = {lr}, a weight is not positive."
    assert bias < 0, f"After {epochs} epochs with lr = {lr}, the bias is not negative."


@points(1)
def test_plain_lists(submission, draw):
    """A plain Python list of weights works like an array."""
    w, b, lr, epochs = draw_inputs(draw)
    with_array, with_list = submission.outputs(w, b, lr, epochs), submission.outputs(w.tolist(), b, lr, epochs)
    for name in with_array._fields:
        assert getattr(with_list, name) == close_to(getattr(with_array, name)), (
            f"{name} is another for a list than for an array."
        )


@points(1)
def test_inputs_stay_as_they_are(submission, draw):
    """Your function leaves the caller's weights as they are, and gives the same answer when called again."""
    inputs = draw_inputs(draw)
    assert submission.train_and_gate.leaves_unchanged(*inputs), (
        "After the call, the caller's array holds other numbers."
    )
    first, second = submission.outputs(*inputs), submission.outputs(*inputs)
    for name in first._fields:
        assert getattr(second, name) == close_to(getattr(first, name)), f"A second call gave another {name}."

"""Checks of neuron_step.

Errors carry forward: the new weights and the new bias are judged by the learner's own gradients, so that one slip
costs one check.
"""

import math

import numpy as np
import pytest

from grader.authoring import close_to, either, points

# ln(p + 1e-7) in place of a clip moves the loss by about this much; that is no mistake.
LIMIT_IN_LOSS = 3e-6


def draw_inputs(draw):
    return inputs_for(draw, draw.size())


def scaled_inputs(args, scale):
    """Labels stay 0 and 1. The root keeps |z| under 9, where no limit inside the logarithm can be felt."""
    X, y, w, b, lr = args
    return X * math.sqrt(scale), y, w, b, lr


def inputs_for(draw, n):
    """Arguments whose gradients are all well away from 0."""
    while True:
        X, y = draw.matrix(n, 2, -1.5, 1.5), draw.labels(n)
        w, b = draw.vector(2, -1, 1), draw.number(-1, 1)
        error = 1 / (1 + np.exp(-X @ w - b)) - y
        if abs(error.mean()) > 0.04 and np.all(np.abs(error @ X / n) > 0.04):
            return X, y, w, b, draw.rate(0.2, 0.9)


def goes_against(step, right):
    """Both signs wrong is a convention: gradients of y - p, added, move weights and bias to the same place."""
    turned = step.grad_w == close_to(-right.grad_w) and step.grad_b == close_to(-right.grad_b)
    return turned and step.w_new == close_to(right.w_new) and step.b_new == close_to(right.b_new)


@points(1)
def test_example_of_the_statement(submission, solution):
    """The example of the statement comes out as printed there."""
    inputs = [[1.0, 2.0], [3.0, 1.0], [2.0, 2.0]], [1, 0, 1], [1.0, -1.0], 1.0, 0.5
    step, right = submission.outputs(*inputs), solution.outputs(*inputs)
    for name in step._fields:
        accepted = close_to(getattr(right, name), LIMIT_IN_LOSS)
        if name.startswith("grad") and goes_against(step, right):
            accepted = either(accepted, close_to(-getattr(right, name)))
        assert getattr(step, name) == accepted, f"For the example, {name} differs from the statement's."


@points(1)
@pytest.mark.parametrize("n", [3, 5])
def test_loss_before(submission, solution, draw, n):
    """The first value is the mean cross-entropy before the step ({n} examples)."""
    inputs = inputs_for(draw, n)
    assert submission.outputs(*inputs).loss_before == close_to(solution.outputs(*inputs).loss_before, LIMIT_IN_LOSS)


@points(3)
def test_gradient_of_the_weights(submission, solution, draw):
    """The second value is the gradient of the loss by each of the two weights."""
    for n in (3, 5, 7):
        inputs = inputs_for(draw, n)
        step, right = submission.outputs(*inputs), solution.outputs(*inputs)
        if goes_against(step, right):
            submission.note(
                "Your gradients have the opposite sign and you add them: weights and bias move to the right place."
            )
        else:
            assert step.grad_w == close_to(right.grad_w)


@points(2)
def test_gradient_of_the_bias(submission, solution, draw):
    """The third value is the gradient of the loss by the bias."""
    for n in (3, 5, 7):
        inputs = inputs_for(draw, n)
        step, right = submission.outputs(*inputs), solution.outputs(*inputs)
        if not goes_against(step, right):
            assert step.grad_b == close_to(right.grad_b)


@points(2)
def test_update(submission, solution, draw):
    """The last two values are weights and bias after a step against the gradients you computed, however long it is."""
    for n, lr in ((3, None), (5, None), (7, 3.7), (3, 0.004)):
        X, y, w, b, rate = inputs_for(draw, n)
        inputs = X, y, w, b, lr or rate
        step, right = submission.outputs(*inputs), solution.outputs(*inputs)
        if goes_against(step, right):
            continue
        grad_w, grad_b = np.array(submission.numbers(step.grad_w)), submission.number(step.grad_b)
        assert len(grad_w) == 2, "There are two weights, so their gradient has two numbers."
        assert w - inputs[-1] * grad_w != close_to(w), "Your grad_w is next to 0, so no step is left to judge."
        assert b - inputs[-1] * grad_b != close_to(b), "Your grad_b is next to 0, so no step is left to judge."
        assert step.w_new == close_to(w - inputs[-1] * grad_w), "w_new is not w minus lr times the grad_w you computed."
        assert step.b_new == close_to(b - inputs[-1] * grad_b), "b_new is not b minus lr times the grad_b you computed."


@points(1)
def test_one_example(submission, solution, draw):
    """A single example works too."""
    for label in (0.0, 1.0):
        X, _, w, b, lr = inputs_for(draw, 3)
        inputs = X[:1].copy(), np.array([label]), w, b, lr
        step, right = submission.outputs(*inputs), solution.outputs(*inputs)
        if not goes_against(step, right):
            assert step.grad_w == close_to(right.grad_w), "With one row in X, grad_w is wrong."
            assert step.grad_b == close_to(right.grad_b), "With one row in X, grad_b is wrong."
        assert step.loss_before == close_to(right.loss_before, LIMIT_IN_LOSS), "With one row in X, the loss is wrong."


@points(1)
def test_finite_however_sure_the_neuron_is(submission, draw):
    """The loss stays finite when p comes out as 0 or 1."""
    X, y, w, b, lr = inputs_for(draw, 5)
    X = X * 480 / np.abs(X @ w).max()
    for labels in (y, 1 - y):
        step = submission.outputs(X, labels, w, b, lr)
        loss, z = submission.number(step.loss_before), X @ w + b
        assert math.isfinite(loss), "With z near 500 the loss is not finite: a 0 reaches the logarithm."
        # Limits inside the logarithm differ, and so do the losses: the coarsest one allowed, and none at all.
        p = np.clip(1 / (1 + np.exp(-z)), 1e-7, 1 - 1e-7)
        coarse = -np.where(labels == 1, np.log(p), np.log(1 - p))
        exact = np.logaddexp(0, np.where(labels == 1, -z, z))
        lowest, highest = np.minimum(coarse, exact).mean(), np.maximum(coarse, exact).mean()
        assert lowest * 0.999 - 1e-6 <= loss, (
            "For predictions that are sure and wrong the loss is too low: p is cut off too early."
        )
        assert loss <= highest * 1.001 + 1e-6, "For predictions that are sure, the loss is too high."
        gradients = [*submission.numbers(step.grad_w), submission.number(step.grad_b)]
        assert all(map(math.isfinite, gradients)), "With z near 500 a gradient is not finite."


@points(1)
def test_plain_lists(submission, draw):
    """Plain Python lists work like arrays."""
    X, y, w, b, lr = inputs_for(draw, 3)
    with_arrays = submission.outputs(X, y, w, b, lr)
    with_lists = submission.outputs(X.tolist(), [int(label) for label in y], w.tolist(), b, lr)
    for name in with_arrays._fields:
        assert getattr(with_lists, name) == close_to(getattr(with_arrays, name)), (
            f"{name} is another for lists than for arrays."
        )


@points(1)
def test_inputs_stay_as_they_are(submission, draw):
    """Your function leaves the caller's arrays as they are, and gives the same answer when called again."""
    inputs = inputs_for(draw, 3)
    assert submission.neuron_step.leaves_unchanged(*inputs), "After the call, the caller's arrays hold other numbers."
    first, second = submission.outputs(*inputs), submission.outputs(*inputs)
    for name in first._fields:
        assert getattr(second, name) == close_to(getattr(first, name)), f"A second call gave another {name}."

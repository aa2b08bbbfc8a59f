"""Checks of adam_step.

Errors carry forward: the new weight is judged by the learner's own m and v, so that one slip in a running mean costs
one check. Most checks use an eps so small that its place does not show; one check is about eps alone.
"""

import numpy as np

from grader.authoring import close_to, points

TINY_EPS = 1e-8


def draw_inputs(draw):
    n = draw.size()
    # v is a mean of squares and never negative; it also stays so when a gradient gets into it without its square
    w, grad, m, v = draw.vector(n), draw.vector(n), draw.vector(n), draw.vector(n, 0.85, 3)
    beta1, beta2 = draw.rate(0.55, 0.78), draw.rate(0.82, 0.95)
    return w, grad, m, v, draw.integer(2, 6), draw.rate(0.15, 0.45), beta1, beta2, draw.rate(0.12, 0.4)


def inputs_for(draw, n, eps=TINY_EPS, scale=1.0):
    """Inputs for n weights. v is scaled as gradients are, with the square."""
    w, grad, m, v = draw.vector(n), scale * draw.vector(n), scale * draw.vector(n), scale**2 * draw.vector(n, 0.85, 3)
    return w, grad, m, v, *draw_inputs(draw)[4:8], eps


def reached(own_m, own_v, w, grad, m, v, t, lr, beta1, beta2, eps):
    """Where the step leads from these running means."""
    return w - lr * (own_m / (1 - beta1**t)) / (np.sqrt(own_v / (1 - beta2**t)) + eps)


def reached_by_short_form(own_m, own_v, w, grad, m, v, t, lr, beta1, beta2, eps):
    """The short form of the paper corrects the learning rate in place of m and v, which moves eps a little."""
    return reached(own_m, own_v, w, grad, m, v, t, lr, beta1, beta2, eps / np.sqrt(1 - beta2**t))


def judge_weight(submission, solution, inputs):
    """The weight follows from the learner's own m and v, or is the right one."""
    step, right = submission.outputs(*inputs), solution.outputs(*inputs)
    own_m, own_v = (np.array(submission.numbers(value)) for value in (step.m_new, step.v_new))
    assert own_m.shape == own_v.shape == right.m_new.shape, "m and v should hold one number per weight."
    if step.w_new == close_to(right.w_new):
        return
    assert np.all(own_v >= 0), "Your v holds negative numbers, which have no root, so the step cannot be judged."
    with np.errstate(all="ignore"):
        follows = reached(own_m, own_v, *inputs)
        short_forms = [reached_by_short_form(*means, *inputs) for means in ((own_m, own_v), right[1:])]
    assert follows != close_to(inputs[0]), "Your m is next to 0, so no step is left to judge."
    if any(step.w_new == close_to(weights) for weights in short_forms) and step.w_new != close_to(follows):
        submission.note("Your eps is added before v is corrected, as in the short form of Adam. That is as good.")
    else:
        assert step.w_new == close_to(follows), "The new w does not follow from the m and v that you return."


@points(1)
def test_example_of_the_statement(submission, solution):
    """The example of the statement comes out as printed there."""
    inputs = [3.0, -1.0], [0.5, -20.0], [0.0, 0.0], [0.0, 0.0], 1, 0.1, 0.9, 0.99, 1e-8
    step, right = submission.outputs(*inputs), solution.outputs(*inputs)
    assert step.m_new == close_to(right.m_new), "For the example, the new m is not [0.05, -2]."
    assert step.v_new == close_to(right.v_new), "For the example, the new v is not [0.0025, 4]."
    assert step.w_new == close_to(right.w_new), "For the example, the new w is not [2.9, -0.9]."


@points(2)
def test_running_mean_of_gradients(submission, solution, draw):
    """The new m is the running mean of the gradients, without the correction."""
    for n, scale in ((3, 1), (5, 1), (7, 1), (3, 0.1)):
        inputs = inputs_for(draw, n, scale=scale)
        assert submission.outputs(*inputs).m_new == close_to(solution.outputs(*inputs).m_new)


@points(2)
def test_running_mean_of_squares(submission, solution, draw):
    """The new v is the running mean of the squared gradients, without the correction."""
    for n, scale in ((3, 1), (5, 1), (7, 1), (3, 10)):
        inputs = inputs_for(draw, n, scale=scale)
        assert submission.outputs(*inputs).v_new == close_to(solution.outputs(*inputs).v_new)


@points(3)
def test_weight(submission, solution, draw):
    """The new w is one step of the right length away, with the m and v that you return, both corrected."""
    for n, scale in ((3, 1), (5, 1), (7, 1), (3, 10), (5, 0.1)):
        judge_weight(submission, solution, inputs_for(draw, n, scale=scale))


@points(1)
def test_first_step(submission, solution, draw):
    """In the first step, with t = 1 and m and v still 0, every weight moves by lr."""
    for n in (3, 6):
        w, grad, _, _, _, lr, beta1, beta2, eps = inputs_for(draw, n)
        judge_weight(submission, solution, (w, grad, np.zeros(n), np.zeros(n), 1, lr, beta1, beta2, eps))


@points(1)
def test_late_step(submission, solution, draw):
    """After hundreds of steps, the correction has next to no part in the step."""
    w, grad, m, v, _, lr, *rest = inputs_for(draw, 5)
    judge_weight(submission, solution, (w, grad, m, v, 700, lr, *rest))


@points(1)
def test_eps(submission, solution, draw):
    """eps is added to the root of v. It shows when it is large, or when the gradients are tiny."""
    for n in (3, 5):
        judge_weight(submission, solution, inputs_for(draw, n, eps=draw.rate(0.12, 0.4)))
    judge_weight(submission, solution, inputs_for(draw, 3, scale=1e-7))


@points(1)
def test_zero_gradient(submission, solution, draw):
    """With a gradient of 0 the weights still move, by what m remembers; with m = 0 as well they stay."""
    w, grad, m, v, *rest = inputs_for(draw, 3)
    judge_weight(submission, solution, (w, 0 * grad, m, v, *rest))
    still = submission.outputs(w, 0 * grad, 0 * m, 0 * v, *rest)
    assert still.w_new == close_to(w), "With gradient, m and v all 0, the weights moved or are no numbers."


@points(1)
def test_plain_lists(submission, draw):
    """Plain Python lists work like arrays."""
    w, grad, m, v, *rest = draw_inputs(draw)
    with_arrays = submission.outputs(w, grad, m, v, *rest)
    with_lists = submission.outputs(w.tolist(), grad.tolist(), m.tolist(), v.tolist(), *rest)
    for name in with_arrays._fields:
        assert getattr(with_lists, name) == close_to(getattr(with_arrays, name)), (
            f"{name} is another one for lists than for arrays."
        )


@points(1)
def test_inputs_stay_as_they_are(submission, draw):
    """Your function leaves the caller's arrays as they are, and gives the same answer when called again."""
    inputs = draw_inputs(draw)
    assert submission.adam_step.leaves_unchanged(*inputs), "After the call, the caller's arrays hold other numbers."
    first, second = submission.outputs(*inputs), submission.outputs(*inputs)
    for name in first._fields:
        assert getattr(second, name) == close_to(getattr(first, name)), f"A second call gave another {name}."

"""Checks of train_weight.

Errors carry forward: the later steps are judged by the learner's own first step and the losses by the learner's own
weights, so that one slip costs one check.
"""

import pytest

from grader.authoring import close_to, either, points


def draw_inputs(draw):
    """One run goes down, the other explodes: code that cannot bear a rising loss has to meet one."""
    # Only where x is negative or the error positive does a lost sign differ from a turned one: so both come more often.
    x = draw.choice((-1, -1, 1)) * draw.number(1.2, 2.8)
    sign = draw.choice((-1, 1, 1))
    while True:
        y_true, weight = draw.number(-4, 4), draw.number(-2, 2)
        # Errors of 0, 1 and 2 hide a missing square or factor, and next to 0 little happens.
        error = sign * (weight * x - y_true)
        if error >= 0.65 and all(abs(error - trap) >= 0.15 for trap in (1, 2)):
            break
    while True:
        lr = draw.rate() if draw.integer(1, 2) == 1 else exploding_rate(draw, x)
        # A step multiplies the error by 1 - jump: 1 arrives at once, 2 keeps bouncing, 0.5 arrives when doubled.
        jump = 2 * lr * x**2
        if all(abs(jump - trap) >= 0.1 for trap in (0.5, 1, 2)) and abs(lr - 1) >= 0.1:
            return x, y_true, weight, lr, draw.integer(3, 5)


def exploding_rate(draw, x):
    """A learning rate with which each step carries the prediction further past the truth than it was before."""
    return round(draw.number(1.15, 1.6) / x**2, 3)


def scaled_inputs(args, scale):
    x, y_true, weight, lr, steps = args
    return x, y_true * scale, weight * scale, lr, steps


def inputs_for(draw, steps, *, explodes=False):
    x, y_true, weight, lr, _ = draw_inputs(draw)
    return x, y_true, weight, exploding_rate(draw, x) if explodes else lr, steps


def rounded_to(right):
    """As close as a number that is printed with so few digits can be."""
    return close_to(right, rtol=1e-3)


@points(1)
def test_example_of_the_statement(submission):
    """The example of the statement comes out as 2.28 with the losses 16 and 5.76."""
    run = submission.outputs(2.0, 6.0, 1.0, 0.05, 2)
    assert run.weight == close_to(2.28), "For the example, the weight is not 2.28."
    assert run.losses == close_to([16.0, 5.76]), "For the example, the losses are not 16 and 5.76."


@points(3)
def test_first_step(submission, solution, draw):
    """One step moves the weight against the gradient, whether the run goes down or explodes."""
    for explodes in (False, False, True):
        inputs = inputs_for(draw, 1, explodes=explodes)
        assert submission.outputs(*inputs).weight == close_to(solution.outputs(*inputs).weight), (
            "After a single step the weight is not the old one minus lr times the gradient."
        )


@points(3)
def test_further_steps(submission, solution, draw):
    """Each further step starts from the weight that the one before left behind."""
    for steps, explodes in ((2, False), (3, False), (5, False), (4, True)):
        x, y_true, weight, lr, _ = inputs = inputs_for(draw, steps, explodes=explodes)
        own = weight
        for _ in range(steps):
            before, own = own, submission.number(submission.outputs(x, y_true, own, lr, 1).weight)
            assert own != close_to(before), "A single step does not move your weight, so further steps have no start."
        assert submission.outputs(*inputs).weight == either(
            close_to(own), close_to(solution.outputs(*inputs).weight)
        ), f"{steps} steps at once do not lead where {steps} single steps, one after the other, lead."


@points(3)
def test_losses(submission, solution, draw):
    """Each loss is the squared error of your own weight before that step."""
    for steps, explodes in ((1, False), (4, False), (5, True)):
        x, y_true, weight, lr, _ = inputs = inputs_for(draw, steps, explodes=explodes)
        own = [submission.number(submission.outputs(x, y_true, weight, lr, done).weight) for done in range(1, steps)]
        assert weight not in own, "Your weight does not move, so only the first loss could be judged."
        following = [(at * x - y_true) ** 2 for at in (weight, *own)]
        assert submission.outputs(*inputs).losses == either(
            close_to(following), close_to(solution.outputs(*inputs).losses)
        )


@points(1)
@pytest.mark.parametrize("steps", [1, 2, 7])
def test_one_loss_per_step(submission, draw, steps):
    """{steps} steps give {steps} losses."""
    losses = submission.numbers(submission.outputs(*inputs_for(draw, steps)).losses)
    assert len(losses) == steps, f"{steps} steps gave {len(losses)} losses."


@points(1)
def test_no_steps(submission, draw):
    """With 0 steps nothing changes and the list of losses is empty."""
    x, y_true, weight, lr, _ = draw_inputs(draw)
    run = submission.outputs(x, y_true, weight, lr, 0)
    assert run.weight == close_to(weight), "With 0 steps the weight changed."
    assert len(submission.numbers(run.losses)) == 0, "With 0 steps there are losses."


@points(1)
@pytest.mark.parametrize(("steps", "reached"), [(1, 0.9), (2, 1.395), (3, 1.667), (20, 1.99999)])
def test_learns(submission, steps, reached):
    """With x = 1.5, y_true = 3 and a rate of 0.1, the weight goes from 0 to {reached} in {steps} steps."""
    weight = submission.outputs(1.5, 3.0, 0.0, 0.1, steps).weight
    assert weight == rounded_to(reached), f"After {steps} steps the weight is not about {reached}."


@points(1)
def test_small_rate_crawls(submission):
    """With a rate of 0.01, the same run has only come to 1.2037 after 20 steps."""
    weight = submission.outputs(1.5, 3.0, 0.0, 0.01, 20).weight
    assert weight == close_to(1.2037, rtol=5e-5), "After 20 steps with lr = 0.01 the weight is not about 1.2037."


@points(1)
@pytest.mark.parametrize(("steps", "reached"), [(1, 8.1), (2, -16.6), (3, 58.7), (20, -9.7e9)])
def test_large_rate_explodes(submission, steps, reached):
    """With a rate of 0.9, the same run comes to {reached} after {steps} steps: it explodes, as it should."""
    run = submission.outputs(1.5, 3.0, 0.0, 0.9, steps)
    assert run.weight == close_to(reached, rtol=5e-3), (
        f"After {steps} steps with lr = 0.9 the weight is not about {reached:g}."
    )
    assert len(submission.numbers(run.losses)) == steps, "Some of the losses are missing where they rise."


@points(1)
def test_other_truth_leads_elsewhere(submission):
    """With y_true = 4.5 and no other change, the weight comes to 3."""
    weight = submission.outputs(1.5, 4.5, 0.0, 0.1, 60).weight
    assert weight == close_to(3.0), "After 60 steps with y_true = 4.5 the weight has not come to 3."


@points(1)
def test_long_run(submission, solution, draw):
    """A long run makes every one of its steps, also when the loss is next to 0."""
    x, y_true, weight, _, _ = draw_inputs(draw)
    inputs = x, y_true, weight, round(0.3 / x**2, 3), draw.integer(60, 120)
    run, right = submission.outputs(*inputs), solution.outputs(*inputs)
    assert run.weight == close_to(right.weight), "After more than fifty steps the weight is another one."
    assert len(submission.numbers(run.losses)) == len(right.losses), "Of a long run, some losses are missing."


@points(1)
def test_whole_numbers_and_twice(submission):
    """Whole numbers work like decimals, and a second call starts afresh."""
    decimals = submission.outputs(2.0, 7.0, 1.0, 0.03, 3)
    for _ in range(2):
        whole = submission.outputs(2, 7, 1, 0.03, 3)
        assert whole.weight == close_to(decimals.weight), "Whole numbers, or a second call, gave another weight."
        assert whole.losses == close_to(decimals.losses), "Whole numbers, or a second call, gave other losses."

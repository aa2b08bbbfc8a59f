"""Checks of cross_entropy.

A tiny distance that is added to the probabilities, in place of clipping them, changes the loss a little: by less than
2e-6 of itself for 1e-7, by more for 1e-6 and above. That is why the tolerance is what it is.
"""

import math

import numpy as np

from grader.authoring import close_to, points

TOLERANCE = 2e-6
# -log(1e-7), and a little less for rounding
VERY_HIGH = 16.1


def draw_inputs(draw):
    n = draw.size()
    return draw.labels(n), draw.probabilities(n)


def scaled_inputs(args, scale):
    """Probabilities times ten are none: they move towards one half or away from it, and the labels stay."""
    labels, probabilities = args
    odds = np.log(probabilities / (1 - probabilities))
    return labels, 1 / (1 + np.exp(-odds * (0.5 if scale < 1 else 1.3)))


@points(1)
def test_example_of_the_statement(submission, solution):
    """The example of the statement comes out as 0.645981."""
    loss = submission.cross_entropy([1, 0, 1], [0.8, 0.4, 0.3])
    assert loss == close_to(solution.cross_entropy([1, 0, 1], [0.8, 0.4, 0.3]), rtol=TOLERANCE), (
        "For the statement's example, [1, 0, 1] with [0.8, 0.4, 0.3], the result is not 0.645981."
    )


@points(4)
def test_mean_of_minus_log(submission, solution, draw):
    """For arrays of several lengths, the result is the mean of -log(probability of what is true)."""
    for n in (3, 5, 7):
        y_true, y_prob = draw.labels(n), draw.probabilities(n)
        assert submission.cross_entropy(y_true, y_prob) == close_to(
            solution.cross_entropy(y_true, y_prob), rtol=TOLERANCE
        )
    n = draw.integer(50, 200)
    y_true, y_prob = np.resize(draw.labels(7), n), np.resize(draw.probabilities(5), n)
    assert submission.cross_entropy(y_true, y_prob) == close_to(
        solution.cross_entropy(y_true, y_prob), rtol=TOLERANCE
    ), "For more than fifty examples, the result is not the mean of -log(probability of what is true)."


@points(1)
def test_sure_and_wrong_costs_most(submission):
    """For a true yes, 0.95 costs little and 0.05 very much; 0.01 costs far more than 0.40."""
    costs = {p: submission.number(submission.cross_entropy([1.0], [p])) for p in (0.95, 0.05, 0.01, 0.40)}
    assert 0 < costs[0.95] < 0.1, "A probability of 0.95 for what is true should cost little, and never less than 0."
    assert costs[0.05] > 2.5, "A probability of 0.05 for what is true should cost very much."
    assert costs[0.01] > 4 * costs[0.40], "A probability of 0.01 for what is true should cost far more than 0.40."


@points(1)
def test_both_labels_cost_alike(submission, draw):
    """Turning labels and probabilities round, or another order, does not change the loss."""
    y_true, y_prob = draw.labels(5), draw.probabilities(5)
    first = submission.cross_entropy(y_true, y_prob)
    assert submission.cross_entropy(1 - y_true, 1 - y_prob) == close_to(first, rtol=TOLERANCE), (
        "0.3 for a yes and 0.7 for a no are the same mistake, but they cost different amounts."
    )
    assert submission.cross_entropy(y_true[::-1].copy(), y_prob[::-1].copy()) == close_to(first), (
        "The same examples in another order gave another loss."
    )


@points(1)
def test_small_probabilities_count_as_they_are(submission, solution):
    """A probability of 0.0005 is not yet cut off."""
    for y_true, y_prob in (([1.0, 0.0], [0.0005, 0.3]), ([1.0, 0.0], [0.3, 0.9995])):
        loss = submission.cross_entropy(np.array(y_true), np.array(y_prob))
        assert loss == close_to(solution.cross_entropy(np.array(y_true), np.array(y_prob)), rtol=1e-4), (
            "With a probability of 0.0005 for what is true, the loss is not the mean of -log. If you keep a distance "
            "from 0 and 1, it is too large: take one between 1e-15 and 1e-7."
        )


@points(1)
def test_sure_and_right_at_zero_and_one(submission):
    """A probability of exactly 1 for what is true gives a loss of 0, or next to it."""
    loss = submission.number(submission.cross_entropy(np.array([1.0, 0.0, 1.0]), np.array([1.0, 0.0, 1.0])))
    assert math.isfinite(loss), "For perfect predictions, the result is not a finite number: 0 * log(0) came in."
    assert abs(loss) < 1e-6, "For perfect predictions, the loss is not 0 or next to it."


@points(1)
def test_sure_and_wrong_at_zero_and_one(submission):
    """A probability of exactly 0 for what is true gives a very high, finite loss."""
    for y_true, y_prob in (([1.0], [0.0]), ([0.0], [1.0]), ([1.0, 0.0], [0.0, 1.0])):
        loss = submission.number(submission.cross_entropy(np.array(y_true), np.array(y_prob)))
        assert math.isfinite(loss), (
            f"For the label {y_true[0]:g} and the probability {y_prob[0]:g}, the result is not a finite number."
        )
        assert loss > VERY_HIGH, (
            f"For the label {y_true[0]:g} and the probability {y_prob[0]:g}, the loss is too low: the distance that "
            "you keep from 0 and 1 is larger than 1e-7, or you leave such examples out."
        )


@points(1)
def test_plain_lists(submission, draw):
    """Plain Python lists work like arrays, with whole numbers as labels too."""
    y_true, y_prob = draw.labels(3), draw.probabilities(3)
    with_arrays = submission.cross_entropy(y_true, y_prob)
    whole = [int(label) for label in y_true]
    for labels in (y_true.tolist(), whole):
        assert submission.cross_entropy(labels, y_prob.tolist()) == close_to(with_arrays), (
            "Arrays work, but plain lists give another result."
        )


@points(1)
def test_inputs_stay_as_they_are(submission, draw):
    """Your function leaves the arrays as they are, and gives the same answer when called again."""
    y_true, y_prob = draw.labels(5), draw.probabilities(5)
    edges = np.array([1.0, 0.0, 0.6, 0.3, 0.0])
    assert submission.cross_entropy.leaves_unchanged(y_true, y_prob), (
        "After the call, the caller's arrays hold other numbers."
    )
    assert submission.cross_entropy.leaves_unchanged(y_true, edges), (
        "After the call, the caller's probabilities of 0 and 1 are other numbers."
    )
    first = submission.cross_entropy(y_true, y_prob)
    assert submission.cross_entropy(y_true, y_prob) == close_to(first), "The same call gave two different results."

"""Checks of trace_step: each blank is judged by the learner's own earlier blanks."""

import pytest

from grader.authoring import points


def draw_numbers(draw):
    """A learner's own numbers: easy enough for paper, and irregular enough to show every mistake."""
    return {
        "w": draw.choice((-2.5, -1.5, 0.5, 1.5, 2.5, 3.0, 4.0)),
        "x": draw.choice((-3.0, -2.5, -1.5, 1.5, 2.5, 3.0, 4.0)),
        "y": draw.choice((-7.0, -5.0, -2.0, 3.0, 5.0, 7.0, 8.0, 9.0)),
        "lr": draw.choice((0.02, 0.03, 0.05, 0.06)),
    }


@points(1)
@pytest.mark.parametrize("blank", ["pred", "loss_before", "grad", "w_new", "loss_after"])
def test_blank(submission, solution, blank):
    """{blank} follows from the numbers above it."""
    judged = solution.judge(submission.blanks(), blank)
    assert judged.right, judged.reason

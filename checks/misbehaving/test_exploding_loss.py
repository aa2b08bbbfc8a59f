"""Checks of exploding_loss. The learning rate is not compared with a key: the run is repeated with it."""

from grader.authoring import points


@points(1)
def test_cause(submission, solution):
    """The cause of the explosion is named."""
    answer = solution["choice"](submission.text(submission.blanks()["cause"]))
    assert answer == solution["cause"], "This is not what blows the loss up."


@points(1)
def test_first_dial(submission, solution):
    """The first dial to turn is named."""
    answer = solution["choice"](submission.text(submission.blanks()["first_dial"]))
    assert answer == solution["first_dial"], "Turning this first does not stop the explosion."


@points(2)
def test_rate(submission, solution):
    """With your learning rate the run settles within 50 steps."""
    rate = submission.number(submission.blanks()["lr"])
    assert solution["settles"](rate), f"The run was repeated with lr = {rate:g} and did not settle within 50 steps."


@points(1)
def test_first_loss(submission, solution):
    """The loss you expect at step 1 is the one that your learning rate gives."""
    judged = solution.judge(submission.blanks(), "first_loss")
    assert judged.right, judged.reason

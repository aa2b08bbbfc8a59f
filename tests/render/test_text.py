from __future__ import annotations

import io

import pytest
from rich.console import Console, RenderableType

from grader.model import Evidence, Finding, Verdict
from grader.render.text import class_summary, class_table, feedback
from grader.render.words import VERDICTS

from . import samples


def plain(renderable: RenderableType, width: int = 80) -> str:
    out = io.StringIO()
    Console(file=out, width=width, color_system=None).print(renderable)
    return out.getvalue()


def words(renderable: RenderableType, width: int = 80) -> str:
    """The text with line breaks and padding taken out."""
    return " ".join(plain(renderable, width).split())


def test_feedback_says_verdict_score_one_message_numbers_line_question_and_checks() -> None:
    report = samples.added_gradient()
    shown = words(feedback(report, "One step downhill"))

    pieces = [
        "✗ Not yet One step downhill 3 of 4 points",
        report.findings[0].headline,
        report.findings[0].message,
        "x = [1.2, −0.7, 2.5]",
        "your code gives this mistake gives",
        "w_new −0.444893 −0.444893",
        "Look at line 7.",
        "? When the gradient is positive",
        "✗ fail the new weight lies downhill",
    ]
    places = [shown.index(piece) for piece in pieces]
    assert places == sorted(places)


def test_only_the_first_finding_is_shown_to_a_learner() -> None:
    report = samples.added_gradient()

    assert report.findings[1].headline not in words(feedback(report, ""))


def test_the_question_is_the_last_thing_before_the_checks() -> None:
    lines = [line for line in plain(feedback(samples.summed(), "mse")).splitlines() if line.strip()]

    assert lines[-5].startswith("? ")
    assert [line.split()[1] for line in lines[-4:]] == ["pass", "fail", "fail", "fail"]


def test_passed_is_short_and_factual() -> None:
    lines = [line.rstrip() for line in plain(feedback(samples.report(), "One step downhill")).splitlines()]

    assert lines[0] == "✓ Passed  One step downhill  4 of 4 points"
    assert [line[:6] for line in lines[2:]] == ["✓ pass"] * 4


def test_a_finding_on_a_passed_report_is_not_shown() -> None:
    """A right but unusual solution is never criticised."""
    report = samples.added_gradient().model_copy(update={"verdict": Verdict.PASSED})

    assert "uphill" not in plain(feedback(report, ""))
    assert "uphill" not in plain(class_table([report]))


def test_without_a_named_mistake_there_is_no_column_for_one() -> None:
    shown = words(feedback(samples.counterexample(), "Add a bias"))

    assert "your code gives" in shown
    assert "this mistake gives" not in shown


@pytest.mark.parametrize("verdict", [verdict for verdict in Verdict if verdict is not Verdict.PASSED])
def test_every_verdict_has_words_of_its_own_when_nothing_was_found(verdict: Verdict) -> None:
    shown = words(feedback(samples.stopped(verdict=verdict), "Train one weight"))

    assert VERDICTS[verdict].sentence in shown


def test_our_own_fault_shows_no_score_and_says_that_it_costs_nothing() -> None:
    shown = words(feedback(samples.stopped(verdict=Verdict.INTERNAL), "Train one weight"))

    assert "0 of 3" not in shown
    assert "costs no points and no attempt" in shown


def test_markup_and_terminal_escapes_are_shown_and_not_obeyed() -> None:
    out = io.StringIO()
    console = Console(file=out, width=400, force_terminal=True, color_system="truecolor")
    report = samples.hostile()
    console.print(feedback(report, samples.HOSTILE), class_table([report]), class_summary([report]))
    shown = out.getvalue()

    assert "[bold]" in shown
    assert r"\x1b[31m" in shown
    assert "\x1b[31m" not in shown
    assert "\u202e" not in shown
    assert "\x00" not in shown
    shown.encode("utf-8")


def test_markup_in_values_is_not_interpreted() -> None:
    finding = Finding(
        mistake=None,
        level="E",
        headline="[red]h[/red] :smile:",
        message="[/]",
        evidence=Evidence(inputs={"[b]x[/b]": "[i]"}, yours="[link=x]y[/link]"),
    )
    shown = plain(feedback(samples.report(verdict=Verdict.FAILED, findings=(finding,)), "[dim]t[/dim]"))

    for piece in ("[dim]t[/dim]", "[red]h[/red] :smile:", "[/]", "[b]x[/b]", "“[i]”", "“[link=x]y[/link]”"):
        assert piece in shown


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_nothing_is_wider_than_the_terminal(width: int) -> None:
    reports = [*samples.school(), samples.hostile()]
    shown = plain(class_table(reports), width) + plain(class_summary(reports), width)
    shown += "".join(plain(feedback(report, "A title"), width) for report in reports[:20])

    assert max(len(line) for line in shown.splitlines()) <= width


def test_the_class_table_has_one_row_a_submission() -> None:
    shown = plain(class_table([samples.report(), samples.stopped(), samples.report(None)]), 140)

    assert "ada" in shown
    assert "✓ passed" in shown
    assert "! timeout" in shown
    assert "no name" in shown
    assert "4/4" in shown


def test_the_summary_counts_passes_and_ranks_mistakes_by_learners() -> None:
    reports = [samples.summed("a"), samples.summed("b"), samples.added_gradient("a"), samples.report("c")]
    shown = words(class_summary(reports))

    assert "1 of 4 submissions passed (25 %), from 3 learners." in shown
    assert shown.index("2 learners mse: forgot-mean") < shown.index("1 learner gradient_step: added-gradient")
    assert "Slowest 184 ms" in shown


def test_the_summary_of_nothing_says_so() -> None:
    assert words(class_summary([])) == "No submissions."
    assert "learner" in plain(class_table([]))

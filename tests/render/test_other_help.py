"""Other help takes the place of the usual words, in the terminal and on pages, and nothing in it is markup."""

from __future__ import annotations

from io import StringIO

from rich.console import Console

from grader.model import Evidence, Finding, Help, IsolationReport, Report, Timing, Verdict
from grader.render import html, text

HOSTILE = "<script>alert(1)</script>[bold]\x1b[31m"


def report(kind: str) -> Report:
    other = Help.model_validate(
        {"kind": kind, "lines": ("First line.", f"Second {HOSTILE}."), "question": "And yours?"}
    )
    evidence = Evidence(inputs={"x": [1.25]}, yours={"w": 77.5}, help=other)
    finding = Finding(
        mistake="m", level="A", headline="The headline.", message="Usual words.", question="Usual?", evidence=evidence
    )
    return Report(
        course="c",
        exercise="e",
        learner="ada",
        submission="0" * 64,
        verdict=Verdict.FAILED,
        score=0,
        max_score=1,
        checks=(),
        findings=(finding,),
        isolation=IsolationReport(level="confined"),
        timing=Timing(total_ms=1),
        grader="1",
    )


def shown(kind: str) -> list[str]:
    out = Console(file=StringIO(), width=100)
    out.print(text.feedback(report(kind), "Title"))
    assert isinstance(out.file, StringIO)
    return [out.file.getvalue(), html.learner_page("Course", "ada", [report(kind)], {"e": "Title"})]


def test_it_stands_below_the_headline_with_its_own_question() -> None:
    for page in shown("smaller") + shown("twin"):
        places = [page.index(part) for part in ("The headline.", "First line.", "Second ", "And yours?")]
        assert places == sorted(places)
        assert "Usual" not in page
        assert "\x1b[31m" not in page


def test_pages_escape_it() -> None:
    assert "&lt;script&gt;alert(1)" in shown("twin")[1]
    assert "<script>alert(1)" not in shown("twin")[1]


def test_a_smaller_case_stands_alone_and_a_twin_beside_the_learners_own_numbers() -> None:
    assert not any("77.5" in page for page in shown("smaller"))
    assert all("77.5" in page and "1.25" in page for page in shown("twin"))


def test_json_has_both() -> None:
    line = report("twin").to_json()
    assert "Usual words." in line
    assert '"help":{"kind":"twin","lines":["First line."' in line
    assert Report.model_validate_json(line) == report("twin")

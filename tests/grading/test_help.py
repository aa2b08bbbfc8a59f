"""Other help for the same fault, through the whole grader."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from grader.course import CourseError, load_key
from grader.diagnosis.efficacy import attempt_of
from grader.diagnosis.values import flatten_one
from grader.grading import Grader
from grader.model import Attempt, Report, Verdict

from .conftest import ROOT, submission

NOW = datetime(2026, 1, 1, tzinfo=UTC)
SUM = "def mse(y_true, y_pred):\n    return sum((p - t) ** 2 for p, t in zip(y_true, y_pred))\n"


def told_again(grader: Grader, source: str, times: int) -> list[Report]:
    """The reports of one program after the other with the same fault."""
    reports: list[Report] = []
    earlier: list[Attempt] = []
    for number in range(times):
        reports.append(grader.grade(submission(f"{source}# {number}\n"), earlier))
        earlier.append(attempt_of(reports[-1], NOW))
    return reports


def kinds(reports: list[Report]) -> list[str | None]:
    helps = [report.findings[0].evidence.help for report in reports]
    return [help_.kind if help_ else None for help_ in helps]


def test_the_help_changes_and_nothing_else(grader: Grader) -> None:
    reports = told_again(grader, SUM, 4)
    assert kinds(reports) == [None, "smaller", "twin", "twin"]
    usual = grader.grade(submission(f"{SUM}# 3\n"))
    evidence = usual.findings[0].evidence.model_copy(update={"help": reports[3].findings[0].evidence.help})
    with_help = usual.findings[0].model_copy(update={"evidence": evidence})
    assert reports[3].findings[0] == with_help
    assert (reports[3].checks, reports[3].score, reports[3].verdict) == (usual.checks, usual.score, usual.verdict)


def test_a_class_is_told_the_usual_words(grader: Grader) -> None:
    given = [submission(f"{SUM}# {number}\n") for number in range(3)]
    assert kinds(list(grader.grade_many(given))) == [None, None, None]


def test_a_program_that_does_not_run_is_told_so_again(grader: Grader) -> None:
    assert kinds(told_again(grader, "def mse(y_true, y_pred)\n", 3)) == [None, None, None]
    assert kinds(told_again(grader, "def mse(y_true, y_pred):\n    return y_tru\n", 3)) == [None, None, None]
    assert kinds(told_again(grader, (ROOT / "exercises/measuring/mse.py").read_text(), 3)) == [None, None, None]


def test_help_that_fails_inside_leaves_the_usual_words(grader: Grader, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:
        raise RuntimeError("no help")

    monkeypatch.setattr("grader.diagnosis.engine.FunctionDiagnosis.other_help", broken)
    reports = told_again(grader, SUM, 3)
    assert kinds(reports) == [None, None, None]
    assert reports[2].verdict is Verdict.FAILED


@pytest.mark.parametrize("stem", ["mse", "gradient_step", "add_bias"])
def test_a_twin_is_nothing_that_a_check_ever_asks(grader: Grader, stem: str) -> None:
    help_spec = load_key(ROOT, grader.course.exercises[stem]).help
    assert help_spec is not None
    for seed in range(30):
        for call in grader._session.record(stem, seed).calls:
            assert not all(map(_same, call.args, help_spec.twin)), call


def _same(asked: Any, twin: Any) -> bool:
    a, b = flatten_one(asked), flatten_one(twin)
    return a is not None and b is not None and a[1].tolist() == b[1].tolist()


def test_a_help_that_the_solution_does_not_take_is_refused(
    tmp_path: Path,
) -> None:
    for tree in ("exercises", "solutions", "checks"):
        shutil.copytree(ROOT / tree, tmp_path / tree, ignore=shutil.ignore_patterns("__pycache__"))
    path = tmp_path / "checks/measuring/mse.toml"
    path.write_text(path.read_text().replace("[[1], [4]],", "[[1, 2, 3], [4, 5]],"))
    with pytest.raises(CourseError, match=r"checks/measuring/mse.toml: help.small, call 1: the solution stops with"):
        Grader(tmp_path)

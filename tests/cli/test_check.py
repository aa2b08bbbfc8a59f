"""grader check: feedback for one submission, and an exit code that scripts can trust."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from fake_grader import FakeGrader
from fake_parts import FakeParts

from grader.model import IsolationReport, Report
from grader.store.secret import Secret

Grader = Callable[..., Result]


@pytest.fixture
def answer(tmp_path: Path) -> Callable[..., Path]:
    def write(source: str, name: str = "mse.py") -> Path:
        (tmp_path / name).write_text(source)
        return tmp_path / name

    return write


@pytest.mark.parametrize(
    ("source", "code", "said"), [("pass", 0, "Passed"), ("fail", 1, "Not yet"), ("our-fault", 3, "our fault")]
)
def test_the_exit_code_says_what_the_feedback_says(
    grader: Grader, answer: Callable[..., Path], source: str, code: int, said: str
) -> None:
    result = grader("check", answer(source))
    assert result.exit_code == code
    assert said in result.stdout
    assert "Squares" in result.stdout
    assert result.stderr == ""


def test_json_is_the_report_and_nothing_else(grader: Grader, answer: Callable[..., Path]) -> None:
    result = grader("check", answer("fail"), "--json", "--learner", "Zoë", secret=lambda: Secret(b"x", "", "Careful."))
    assert result.exit_code == 1
    assert result.stdout.count("\n") == 1
    report = Report.model_validate_json(result.stdout)
    assert (report.exercise, report.learner, report.verdict.value) == ("mse", "Zoë", "failed")
    assert json.loads(result.stdout)["schema"] == 1
    assert result.stderr == "Careful.\n"


def test_the_exercise_can_be_named(grader: Grader, answer: Callable[..., Path]) -> None:
    result = grader("check", answer("pass", "my answer.py"), "--exercise", "add_bias", "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["exercise"] == "add_bias"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere/mse.py"], "There is no file nowhere/mse.py"),
        (["{}/answer.py"], "which is no exercise"),
        (["{}/mse.py", "--exercise", "gradient_stp"], "Did you mean gradient_step?"),
        (["{}"], "is a folder"),
        (["{}/mse.py", "--course", "/broken"], "solutions/mse.py: is missing; add it"),
        (["{}/mse.py", "--bad-option"], "No such option"),
        ([], "Missing argument"),
    ],
)
def test_bad_use_ends_with_2_and_says_what_to_do(
    grader: Grader, answer: Callable[..., Path], tmp_path: Path, arguments: list[str], said: str
) -> None:
    answer("pass")
    answer("pass", "answer.py")
    result = grader("check", *(argument.format(tmp_path) for argument in arguments))
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""


def test_a_fault_of_ours_is_told_calmly_without_a_traceback(grader: Grader, answer: Callable[..., Path]) -> None:
    result = grader("check", answer("raise"))
    assert result.exit_code == 3
    assert result.stdout == ""
    lines = result.stderr.splitlines()
    assert len(lines) == 2
    assert "not your fault (RuntimeError: the expected value is 42)" in lines[0]
    assert "GRADER_DEBUG=1" in lines[1]


def test_debugging_shows_the_traceback(
    grader: Grader, answer: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRADER_DEBUG", "1")
    result = grader("check", answer("raise"))
    assert result.exit_code == 3
    assert result.stderr.startswith("Traceback")
    assert 'raise RuntimeError("the expected value is 42")' in result.stderr


def test_a_hostile_message_does_not_reach_the_terminal_raw(grader: Grader, answer: Callable[..., Path]) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("\x1b[2Jcleared")

    result = grader("check", answer("pass"), open_grader=broken)
    assert result.exit_code == 3
    assert "\x1b" not in result.stderr


def test_ctrl_c_is_no_verdict(grader: Grader, answer: Callable[..., Path]) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    result = grader("check", answer("pass"), open_grader=interrupted)
    assert result.exit_code == 2
    assert result.stderr == "grader: Stopped.\n"


def test_a_learner_is_told_where_the_code_is_not_confined(
    grader: Grader, answer: Callable[..., Path], fakes: FakeParts
) -> None:
    weak = FakeGrader(fakes.log, isolation=IsolationReport(level="none"))
    weak.course = fakes.course
    result = grader("check", answer("pass"), "--json", open_grader=lambda root, secret: weak)
    assert result.exit_code == 0
    assert result.stderr == (
        "Self-check: your code is not confined on this computer; only the course's grading run counts.\n"
    )
    assert json.loads(result.stdout)["isolation"]["level"] == "none"

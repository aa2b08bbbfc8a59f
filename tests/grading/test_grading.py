"""One submission -> one Report, with learner code run in this process or scripted."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from grader.box.fake import FakeBox, Script
from grader.calls import Call, Ending, Job, Loaded
from grader.course import load
from grader.grading import Grader
from grader.model import Report, Verdict

from .conftest import ROOT, submission, without_time

RIGHT = """import numpy as np


def mse(y_true, y_pred):
    return np.mean((np.asarray(y_pred) - np.asarray(y_true)) ** 2)
"""
SUM = RIGHT.replace("np.mean", "np.sum")
Open = Callable[..., Grader]
KEYS = {
    "schema",
    "course",
    "exercise",
    "learner",
    "submission",
    "verdict",
    "score",
    "max_score",
    "checks",
    "findings",
    "isolation",
    "timing",
    "grader",
    "variant",
}
# Told besides what is promised; a change here is a change of what others may come to rely on.
ALSO = {"behaviour", "origin", "submitted_at", "notes"}
STEMS = list(load(ROOT).exercises)


@pytest.mark.parametrize("stem", STEMS)
def test_the_solution_passes_everything_and_nothing_is_found(stem: str, grader: Grader) -> None:
    path = ROOT / "solutions" / grader.course.exercises[stem].path
    report = grader.grade(submission(path.read_text(encoding="utf-8"), stem, learner=None))
    assert report.verdict == Verdict.PASSED
    assert report.score == report.max_score > 0
    assert {check.verdict for check in report.checks} == {Verdict.PASSED}
    assert report.findings == ()


def test_a_wrong_submission_gets_its_mistake_and_the_points_of_what_works(grader: Grader) -> None:
    report = grader.grade(submission(SUM))
    assert report.verdict == Verdict.FAILED
    assert 0 < report.score < report.max_score
    assert report.score == sum(check.points for check in report.checks if check.verdict == Verdict.PASSED)
    assert [found.mistake for found in report.findings] == ["forgot-mean"]


@pytest.mark.parametrize("stem", STEMS)
def test_the_untouched_stub_is_told_apart_from_an_attempt(stem: str, grader: Grader) -> None:
    stub = grader.course.exercises[stem].stub
    for source in (stub, stub + "\n# my own comment\n", stub.replace("# TODO", "#  to do")):
        report = grader.grade(submission(source, stem, learner=None))
        assert (report.verdict, report.score) == (Verdict.FAILED, 0)
        assert [found.mistake for found in report.findings] == ["unchanged-stub"]
        assert all(check.verdict in (Verdict.FAILED, Verdict.NOT_RUN) for check in report.checks)


def test_a_stub_with_one_more_line_is_an_attempt(grader: Grader) -> None:
    stub = grader.course.exercises["mse"].stub
    report = grader.grade(submission(stub + "\nanswer = 1\n"))
    assert report.findings[0].mistake != "unchanged-stub"


def test_a_file_that_could_not_be_read_gets_a_report_without_being_run(grader_with: Open) -> None:
    box = FakeBox()
    report = grader_with(box).grade(submission("", problem="It is a picture, not a program."))
    assert (report.verdict, report.score) == (Verdict.ERROR, 0)
    assert [check.verdict for check in report.checks[1:]] == [Verdict.NOT_RUN] * (len(report.checks) - 1)
    assert report.findings[0].mistake == "unreadable"
    assert report.findings[0].message == "It is a picture, not a program."
    assert box.jobs == []


@pytest.mark.parametrize(
    ("source", "mistake"),
    [
        ("def mse(y_true, y_pred)\n    return 1\n", "syntax-error"),
        ("def mean_error(y_true, y_pred):\n    return 1.5\n", "missing-function"),
        ("", "missing-function"),
        ("import no_such_module_anywhere\n", "stops-while-loading"),
    ],
)
def test_what_cannot_be_run_is_an_error_with_every_check_in_the_report(
    source: str, mistake: str, grader: Grader
) -> None:
    report = grader.grade(submission(source))
    assert (report.verdict, report.score) == (Verdict.ERROR, 0)
    assert report.max_score > 0
    assert report.findings[0].mistake == mistake


@pytest.mark.parametrize(
    ("source", "mistake"),
    [
        (SUM.replace("return", "print(").replace("** 2)\n", "** 2))\n"), ("printed-not-returned", "forgot-mean")),
        (RIGHT.replace("return", "loss ="), "returned-none"),
        ("def mse(a, b):\n    return 1.75\n", "hard-coded"),
        (
            RIGHT.replace("    return", "    y_pred -= y_true\n    y_pred += y_true\n    y_pred[0] = 7.0\n    return"),
            None,
        ),
        ("def mse(a):\n    return 1.0\n", "wrong-parameters"),
        ("def mse(a, b):\n    return a.nothing\n", "raises-error"),
        ("def mse(a, b):\n    return str(a)\n", "wrong-type"),
    ],
    ids=lambda value: value if isinstance(value, str) and "\n" not in value else "",
)
def test_faults_of_any_exercise_are_named(source: str, mistake: Any, grader: Grader) -> None:
    report = grader.grade(submission(source))
    assert report.verdict in (Verdict.FAILED, Verdict.ERROR)
    assert report.findings
    if mistake is not None:
        assert report.findings[0].mistake == mistake


# --- endings --------------------------------------------------------------------------------------------------

WORDS = ["timeout", "memory", "output", "blocked", "error", "internal"]


def ending_at(call: int, verdict: Any) -> Callable[[Job], Script]:
    """A learner who has it right until the process ends at this call."""

    def play(job: Job) -> Script:
        run = FakeBox().start(job)
        answers: list[Any] = [run.answer(index) for index in range(min(call, len(job.calls)))]
        return Script(run.loaded(), [*answers, Ending(verdict, "It ended.")])

    return play


@pytest.mark.parametrize("verdict", WORDS)
def test_an_ending_is_the_verdict_and_what_passed_before_is_kept(verdict: str, grader_with: Open) -> None:
    report = grader_with(FakeBox(ending_at(3, verdict))).grade(submission(RIGHT))
    verdicts = [check.verdict for check in report.checks]
    assert verdicts[:2] == [Verdict.PASSED, Verdict.PASSED]
    assert verdicts[2] == Verdict(verdict)
    assert set(verdicts[3:]) == {Verdict.NOT_RUN}
    assert report.score == 2
    assert report.verdict == (Verdict.FAILED if verdict == "error" else Verdict(verdict))
    assert len(report.findings) == 1
    # What went wrong on our side is for the course team, not for the learner.
    assert ("It ended." in report.findings[0].message) is (verdict != "internal")


@pytest.mark.parametrize("verdict", WORDS)
def test_an_ending_while_the_file_is_read_is_the_verdict(verdict: Any, grader_with: Open) -> None:
    script = Script(Ending(verdict, "It ended."))
    stub = Script(Loaded(None, fingerprint="stub"))
    box = FakeBox(lambda job: script if job.calls else stub)
    report = grader_with(box).grade(submission(RIGHT))
    assert report.verdict == Verdict(verdict)
    assert report.score == 0
    assert ("It ended." in report.findings[0].message) is (verdict != "internal")


def test_an_ending_while_being_diagnosed_is_told_and_checks_stay(grader_with: Open) -> None:
    def play(job: Job) -> Script:
        run = FakeBox().start(job)
        answers = [run.answer(index) for index in range(len(job.calls))]
        return Script(run.loaded(), answers, lambda calls: [Ending("timeout", "It ended.")] * len(calls))

    report = grader_with(FakeBox(play)).grade(submission(SUM))
    assert report.verdict == Verdict.FAILED
    assert report.score > 0
    assert "It ended." in report.findings[0].message


# --- our own faults -------------------------------------------------------------------------------------------


class BrokenBox(FakeBox):
    def __init__(self, broken: str) -> None:
        super().__init__()
        self._broken = broken
        self.closed = 0

    def start(self, job: Job) -> Any:
        if self._broken == "start":
            raise OSError("no more processes")
        box, run = self, super().start(job)

        class Run:
            def __getattr__(self, name: str) -> Any:
                if name == box._broken:
                    raise RuntimeError(f"{name} broke")
                return getattr(run, name)

            def close(self) -> None:
                box.closed += 1

        return Run()


@pytest.mark.parametrize("broken", ["start", "loaded", "answer", "ask"])
def test_a_fault_of_ours_is_internal_loud_and_costs_nobody_else(broken: str, grader_with: Open) -> None:
    box = BrokenBox(broken)
    grader = grader_with(box)
    reports = list(grader.grade_many([submission(SUM), submission("", problem="unreadable"), submission(SUM)]))
    assert [report.verdict for report in reports] == [Verdict.INTERNAL, Verdict.ERROR, Verdict.INTERNAL]
    for report in (reports[0], reports[2]):
        assert report.findings[0].mistake is None
        assert "our fault" in report.findings[0].headline
        assert Verdict.INTERNAL in {check.verdict for check in report.checks}
        assert report.score == 0
        json.loads(report.to_json())
    assert box.closed >= (2 if broken != "start" else 0)


def test_a_box_is_closed_with_the_grader(grader_with: Open) -> None:
    closed = []
    box = FakeBox()
    box.close = lambda: closed.append(1)  # type: ignore[method-assign]
    with grader_with(box):
        assert closed == []
    assert closed == [1]


# --- repeatable -----------------------------------------------------------------------------------------------


def inputs(grader: Grader, box: FakeBox, source: str, stem: str = "mse") -> list[Call]:
    grader.grade(submission(source, stem))
    return [list(job.calls) for job in box.jobs if job.source == source][-1]


@pytest.mark.parametrize("stem", ["mse", "gradient_step", "add_bias"])
def test_grading_again_with_the_same_secret_gives_the_same_report(stem: str, grader_with: Open) -> None:
    source = "import random\n\n\n" + SUM if stem == "mse" else grader_source(stem)
    reports = [grader_with().grade(submission(source, stem)) for _ in range(2)]
    assert without_time(reports[0]) == without_time(reports[1])


def grader_source(stem: str) -> str:
    path = next((ROOT / "solutions").glob(f"*/{stem}.py"))
    return path.read_text(encoding="utf-8").replace("2 * error", "3.3 * error")


def test_inputs_differ_with_another_secret_and_with_another_submission(grader_with: Open) -> None:
    first, second = FakeBox(), FakeBox()
    one, other = grader_with(first), grader_with(second, secret=b"x" * 32)
    assert repr(inputs(one, first, SUM)) == repr(inputs(one, first, SUM))
    assert repr(inputs(one, first, SUM)) != repr(inputs(other, second, SUM))
    assert repr(inputs(one, first, SUM)) != repr(inputs(one, first, SUM + "\n"))


def test_the_key_of_a_grading_changes_with_everything_that_can_change_its_report(
    grader: Grader, grader_with: Open
) -> None:
    base = grader.key(submission(SUM))
    assert base == grader.key(submission(SUM, origin="elsewhere.py"))
    others = [
        grader.key(submission(RIGHT)),
        grader.key(submission(SUM, "gradient_step")),
        grader_with(secret=b"x" * 32).key(submission(SUM)),
    ]
    assert len({base, *others}) == 4
    assert re.fullmatch(r"[0-9a-f]{64}", base)


def test_reports_come_in_the_order_of_the_submissions(grader: Grader) -> None:
    sources = [f"{RIGHT if n % 3 else SUM}# {n}\n" for n in range(11)]
    reports = list(grader.grade_many(submission(source, learner=str(n)) for n, source in enumerate(sources)))
    assert [report.learner for report in reports] == [str(n) for n in range(11)]
    assert [report.verdict == Verdict.PASSED for report in reports] == [bool(n % 3) for n in range(11)]


def test_what_one_submission_does_to_its_world_does_not_reach_the_next(grader: Grader) -> None:
    spoils = "import numpy as np\nnp.random.seed(0)\n\n\ndef mse(y_true, y_pred):\n    y_true *= 0\n    return 1j\n"
    before = without_time(grader.grade(submission(SUM)))
    grader.grade(submission(spoils))
    assert without_time(grader.grade(submission(SUM))) == before


# --- the report -----------------------------------------------------------------------------------------------


def test_a_report_has_exactly_the_promised_keys(grader: Grader) -> None:
    data = json.loads(grader.grade(submission(SUM)).to_json())
    assert set(data) == KEYS | ALSO
    assert data["schema"] == 1
    assert data["course"] == "how-networks-learn"
    assert data["exercise"] == "mse"
    assert data["learner"] == "ada"
    assert data["submission"] == hashlib.sha256(SUM.encode()).hexdigest()
    assert data["variant"] is None
    assert set(data["timing"]) == {"total_ms"}
    assert {"level", "layers", "note"} < set(data["isolation"])
    assert {"probes", "blocked", "open", "trusted"} < set(data["isolation"])
    assert all(
        set(check) == {"id", "sentence", "verdict", "points", "max_points", "message"} for check in data["checks"]
    )
    for found in data["findings"]:
        assert set(found) == {"mistake", "level", "line", "headline", "message", "question", "evidence"}
        assert {"inputs", "yours", "named"} <= set(found["evidence"])
        beside = {"inputs", "yours", "named", "picture", "repair", "right", "carried", "words", "help"}
        assert set(found["evidence"]) <= beside


def test_a_report_is_one_line_of_json_and_comes_back_as_it_was(grader: Grader) -> None:
    when = datetime(2026, 3, 1, 12, tzinfo=UTC)
    for source in (
        RIGHT,
        SUM,
        "def mse(a, b):\n    return float('nan')\n",
        "x = (",
        "def mse(a, b):\n    return '\\n\\x00'\n",
    ):
        report = grader.grade(submission(source, submitted_at=when, notes=("magics were left out",)))
        text = report.to_json()
        assert "\n" not in text
        assert Report.model_validate_json(text) == report
        assert json.loads(text, parse_constant=pytest.fail)["notes"] == ["magics were left out"]


def test_no_message_of_a_wrong_submission_holds_the_right_value_of_a_graded_input(grader_with: Open) -> None:
    """Every answer the solution gives to the checks' calls, looked for in the whole report."""
    box = FakeBox()
    grader = grader_with(box)
    wrong = [
        SUM,
        "def mse(a, b):\n    return 7.25\n",
        RIGHT.replace("** 2)", "** 2) + 0.125"),
        RIGHT.replace("mean", "max"),
    ]
    namespace: dict[str, Any] = {}
    exec(RIGHT, namespace)
    for source in wrong:
        text = grader.grade(submission(source)).to_json()
        job = next(job for job in box.jobs if job.source == source)
        hidden = [call for call in job.calls if len(call.args[0]) > 1][1:]
        right = {float(namespace["mse"](*call.args)) for call in hidden} - {0.0}
        assert len(right) > 3
        assert not [value for value in right if repr(value) in text or f"{value:.6g}" in text]


# --- a learner's own numbers ----------------------------------------------------------------------------------


def own_numbers(grader: Grader, learner: str) -> dict[str, float]:
    exercise = grader.course.exercises["trace_step"]
    found = grader._own_numbers(exercise, learner)
    assert found is not None
    return found


def traced(numbers: dict[str, float], grad: float | None = None) -> str:
    """A right submission with these numbers, or one with another gradient."""
    lines = [f"w, x, y, lr = {numbers['w']}, {numbers['x']}, {numbers['y']}, {numbers['lr']}", "pred = w * x"]
    lines += ["loss_before = (pred - y) ** 2", f"grad = {'2 * (pred - y) * x' if grad is None else grad}"]
    return "\n".join([*lines, "w_new = w - lr * grad", "loss_after = (w_new * x - y) ** 2", ""])


def test_learners_have_numbers_of_their_own_and_always_the_same_ones(grader: Grader, grader_with: Open) -> None:
    everyone = [own_numbers(grader, learner) for learner in ("ada", "bob", "eve", "kim")]
    assert everyone == [own_numbers(grader, learner) for learner in ("ada", "bob", "eve", "kim")]
    assert len({repr(numbers) for numbers in everyone}) == 4
    assert own_numbers(grader_with(secret=b"x" * 32), "ada") != everyone[0]


def test_a_submission_with_its_learners_own_numbers_is_judged_by_them(grader: Grader) -> None:
    report = grader.grade(submission(traced(own_numbers(grader, "ada")), "trace_step"))
    assert report.verdict == Verdict.PASSED
    assert report.variant is not None
    assert report.findings == ()


def test_a_submission_with_somebody_elses_numbers_does_not_pass(grader: Grader) -> None:
    report = grader.grade(submission(traced(own_numbers(grader, "bob")), "trace_step", learner="ada"))
    assert report.verdict == Verdict.FAILED
    assert "numbers at the top of your file" in report.findings[0].headline


def test_a_mistake_with_own_numbers_is_named_with_own_numbers(grader: Grader) -> None:
    numbers = own_numbers(grader, "ada")
    error = numbers["w"] * numbers["x"] - numbers["y"]
    report = grader.grade(submission(traced(numbers, grad=error * numbers["x"]), "trace_step"))
    assert report.findings[0].mistake == "forgot-two"
    assert report.findings[0].evidence.inputs == numbers
    assert report.score == report.max_score - 1


def test_a_number_too_large_to_draw_is_wrong_and_not_our_fault(grader: Grader) -> None:
    source = "w, x, y, lr = 1.0, 2.0, 6.0, 0.1\npred = 2\nloss_before = 16\ngrad = -16\nw_new = 1e200\nloss_after = 1\n"
    report = grader.grade(submission(source, "trace_step", learner=None))
    assert report.verdict == Verdict.FAILED
    assert report.score == 3


def test_a_table_that_cannot_be_read_is_built_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, grader_with: Open
) -> None:
    monkeypatch.setenv("GRADER_CACHE", str(tmp_path))
    expected = without_time(grader_with().grade(submission(SUM)))
    (path,) = tmp_path.glob("mse-*.npz")
    for damage in (b"", b"not a table", path.read_bytes()[:200]):
        path.write_bytes(damage)
        assert without_time(grader_with().grade(submission(SUM))) == expected
    assert path.stat().st_size > 1000
    assert not list(tmp_path.glob("*.tmp"))


def test_a_cache_that_cannot_be_written_costs_time_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, grader_with: Open
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("GRADER_CACHE", str(tmp_path / "file"))
    assert grader_with().grade(submission(SUM)).findings[0].mistake == "forgot-mean"

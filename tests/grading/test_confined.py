"""What confinement means for a grading: refused calls, hidden courses, data to read, and questions asked again."""

from __future__ import annotations

import shutil
import sys
import sysconfig
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from grader.box.fake import FakeBox
from grader.checking.second_look import CHANGED, CONSTANT
from grader.course import CourseError
from grader.grading import Grader
from grader.model import Report, Verdict
from tests.grading.conftest import ROOT, SECRET, submission

if sys.platform != "linux":
    pytest.skip("the layers are Linux's", allow_module_level=True)

RIGHT = """import numpy as np
def mse(y_true, y_pred):
    return float(np.mean((np.asarray(y_true, float) - np.asarray(y_pred, float)) ** 2))
"""


@pytest.fixture(scope="module")
def real() -> Iterator[Grader]:
    with Grader(ROOT, secret=SECRET) as opened:
        yield opened


def graded(grader: Grader, source: str) -> Report:
    return grader.grade(submission(source))


# --- refused ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "open('log.txt', 'w')",
        "__import__('socket').create_connection(('127.0.0.1', 9))",
        "__import__('subprocess').run(['ls'])",
        "__import__('os').fork()",
    ],
)
def test_what_is_refused_is_called_blocked_and_said_plainly(real: Grader, line: str) -> None:
    report = graded(real, RIGHT.replace("    return", f"    {line}\n    return"))
    assert report.verdict is Verdict.BLOCKED
    assert report.score == 0
    first = report.findings[0]
    assert first.line == 3
    assert "while it is graded" in first.message
    assert first.question


def test_a_refusal_at_the_top_is_blocked_too(real: Grader) -> None:
    report = graded(real, f"import os\nos.fork()\n{RIGHT}")
    assert report.verdict is Verdict.BLOCKED
    assert report.findings[0].line == 2


def test_a_refusal_that_the_program_handles_is_no_fault(real: Grader) -> None:
    source = RIGHT.replace(
        "    return", "    try:\n        open('log.txt', 'w')\n    except OSError:\n        pass\n    return"
    )
    assert graded(real, source).verdict is Verdict.PASSED


def test_the_report_tells_the_isolation_that_was_found(real: Grader) -> None:
    told = graded(real, RIGHT).isolation
    assert told.level == "sealed"
    assert told.probes == told.blocked > 40
    assert "seccomp" in told.layers
    assert told.landlock_abi
    assert not told.trusted


def test_trust_is_told_only_where_it_was_needed() -> None:
    with Grader(ROOT, secret=SECRET, trusted=True) as strong:
        assert not strong.isolation.trusted
    with Grader(ROOT, box=FakeBox(), secret=SECRET, trusted=True) as weak:
        assert weak.isolation.trusted
        assert weak.isolation.suffices
    with Grader(ROOT, box=FakeBox(), secret=SECRET) as weak:
        assert not weak.isolation.suffices


# --- the course -------------------------------------------------------------------------------------------------------


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in ("exercises", "solutions", "checks"):
        shutil.copytree(ROOT / name, tmp_path / "course" / name)
    return tmp_path / "course"


def test_a_course_that_learners_could_read_is_refused(copy: Path) -> None:
    shutil.rmtree(copy / "solutions")
    (copy / "solutions").symlink_to(Path(sysconfig.get_path("stdlib")) / "json", target_is_directory=True)
    with pytest.raises(CourseError):
        Grader(copy, secret=SECRET)


def test_a_courses_data_is_there_for_learner_code(copy: Path) -> None:
    data = copy / "exercises" / "data"
    data.mkdir()
    (data / "numbers.txt").write_text("1 2 3", encoding="ascii")
    reading = RIGHT.replace("    return", "    assert open('data/numbers.txt').read() == '1 2 3'\n    return")
    with Grader(copy, secret=SECRET) as grader:
        assert graded(grader, reading).verdict is Verdict.PASSED
        peeking = RIGHT.replace("    return", "    print(open('mse.py').read())\n    return")
        assert graded(grader, peeking).verdict is not Verdict.PASSED


# --- asked again ------------------------------------------------------------------------------------------------------


def _counting(right_for: int) -> str:
    head, _, line = RIGHT.rstrip().rpartition("\n")
    return f"{head}\n    mse.n += 1\n    if mse.n > {right_for}:\n        return 7.0\n{line}\nmse.n = 0\n"


@pytest.fixture
def calls(grader: Grader) -> int:
    return len(grader._session.record("mse", 1).calls)


def test_right_for_as_long_as_the_checks_last_is_not_right(grader: Grader, calls: int) -> None:
    report = graded(grader, _counting(calls))
    assert report.verdict is Verdict.FAILED
    assert {check.message for check in report.checks} == {CHANGED}
    assert report.score == 0
    assert report.findings[0].mistake == "not-repeatable"
    assert "the second 7" in report.findings[0].message


@pytest.mark.parametrize("answer", ["0.0", "1.75", "None", "[]", "np.array([])", "(1, 2)", "float('nan')"])
def test_a_constant_earns_nothing(grader: Grader, answer: str) -> None:
    report = graded(grader, f"import numpy as np\ndef mse(y_true, y_pred):\n    return {answer}\n")
    assert report.score == 0
    assert report.verdict is Verdict.FAILED
    if answer == "0.0":
        assert CONSTANT in {check.message for check in report.checks}


def test_the_control_for_that_is_a_count_that_is_never_reached(grader: Grader) -> None:
    assert graded(grader, _counting(10_000)).verdict is Verdict.PASSED


@pytest.mark.parametrize("ending", ["raise ValueError('no more')", "__import__('os')._exit(0)", "while True: pass"])
def test_whatever_else_happens_then_is_no_pass_either(real: Grader, calls: int, ending: str) -> None:
    source = _counting(calls).replace("return 7.0", ending)
    report = graded(real, source)
    assert report.verdict not in (Verdict.PASSED, Verdict.INTERNAL)
    assert report.findings


def test_answers_that_differ_by_rounding_only_are_the_same(grader: Grader) -> None:
    source = RIGHT.replace("return float(", "mse.n = -getattr(mse, 'n', 1)\n    return (1 + mse.n * 1e-12) * float(")
    assert graded(grader, source).verdict is Verdict.PASSED


def test_which_calls_are_asked_again_cannot_be_foreseen(grader_with: Callable[..., Grader]) -> None:
    orders = set()
    for secret in (b"a" * 32, b"b" * 32, b"c" * 32):
        box = FakeBox()
        grader = grader_with(box, secret)
        seen: list[object] = []
        start = box.start

        def watched(job: object, start: Callable[..., object] = start, seen: list[object] = seen) -> object:
            run = start(job)
            ask = run.ask  # type: ignore[attr-defined]
            run.ask = lambda calls: [seen.append(call) for call in calls] and ask(calls)  # type: ignore[attr-defined]
            return run

        box.start = watched  # type: ignore[assignment,method-assign]
        assert graded(grader, RIGHT).verdict is Verdict.PASSED
        orders.add(str(seen[-3:]))
    assert len(orders) == 3


# --- found by attack --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rows", [50_000, 3_000_000, 2**31 - 1])
@pytest.mark.parametrize("exercise", ["mse", "gradient_step"])
def test_rows_of_nothing_are_an_answer_like_any_other(real: Grader, exercise: str, rows: int) -> None:
    """They travel as no bytes and would be written out as a list each."""
    real._diagnosis(real.course.exercises[exercise])  # its table is built before the clock runs
    parameters = ", ".join(real.course.exercises[exercise].parameters)
    source = f"import numpy as np\ndef {exercise}({parameters}):\n    return np.zeros(({rows}, 0))\n"
    report = real.grade(submission(source, exercise))
    assert report.verdict is Verdict.FAILED
    assert report.score == 0
    assert len(report.to_json()) < 100_000
    assert report.timing.total_ms < 3_000


def test_children_that_follow_one_another_share_no_flag(real: Grader) -> None:
    leave = "import fcntl, os\ntry:\n    fcntl.fcntl(1, fcntl.F_SETFL, os.O_APPEND)\nexcept OSError:\n    pass\n"
    graded(real, leave + RIGHT)
    found = "import fcntl, os\nflag = fcntl.fcntl(1, fcntl.F_GETFL) & os.O_APPEND\nassert not flag\n"
    assert graded(real, found + RIGHT).verdict is Verdict.PASSED

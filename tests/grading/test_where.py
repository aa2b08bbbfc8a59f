"""The line of a mistake is claimed only where one change, tried in the box, made every answer right."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from grader.diagnosis.library import fresh_inputs
from grader.diagnosis.values import agree
from grader.grading import Grader
from grader.model import Report, Verdict
from grader.render.html import learner_page
from tests.grading.conftest import ROOT, SECRET, submission

if sys.platform != "linux":
    pytest.skip("the layers are Linux's", allow_module_level=True)

CORPUS = ROOT / "tests" / "submissions"
HELD_OUT = 40


@pytest.fixture(scope="module")
def real() -> Iterator[Grader]:
    with Grader(ROOT, secret=SECRET, lines=True) as opened:
        yield opened


def graded(grader: Grader, exercise: str, name: str) -> tuple[str, Report]:
    source = (CORPUS / exercise / f"{name}.py").read_text(encoding="utf-8-sig")
    return source, grader.grade(submission(source, exercise))


@pytest.mark.parametrize(
    ("exercise", "name", "line", "after"),
    [
        ("gradient_step", "wrong_added_gradient_numpy", 13, "w_new = (w - (lr * grad))"),
        ("gradient_step", "wrong_added_gradient_loop", 14, "w -= lr * grad"),
        ("gradient_step", "wrong_divided_by_lr_numpy", 12, "w_new = w - (grad * lr)"),
        ("gradient_step", "wrong_root_loss", 7, "np.mean((w * x - y) ** 2)"),
        ("mse", "wrong_abs_numpy", 9, "np.mean(((y_true - y_pred) ** 2))"),
        ("mse", "wrong_sum_numpy", 8, "np.mean(diff ** 2)"),
        ("mse", "wrong_rmse_numpy", 7, "return mse"),
        ("mse", "wrong_assign_not_add", 7, "total += (y_true[i] - y_pred[i]) ** 2"),
    ],
)
def test_the_line_is_found_and_the_repair_is_shown_to_teachers(
    real: Grader, exercise: str, name: str, line: int, after: str
) -> None:
    source, report = graded(real, exercise, name)
    first = report.findings[0]
    assert first.line == line
    assert first.evidence.repair is not None
    assert after in first.evidence.repair.after
    assert first.evidence.repair.before == source.split("\n")[line - 1].strip()
    assert after not in first.headline + first.message  # the learner is shown where, not what
    assert f"with line {line} as" in learner_page("Course", "ada", [report], {exercise: "Title"})


@pytest.mark.parametrize("exercise", ["mse", "gradient_step", "add_bias"])
def test_what_is_claimed_holds_on_inputs_that_nobody_has_seen(real: Grader, exercise: str) -> None:
    diagnosis: Any = real._diagnosis(real.course.exercises[exercise])
    inputs = fresh_inputs(diagnosis._library.draw_inputs, 77_000, HELD_OUT)
    function, outputs = real.course.exercises[exercise].function or "", len(real.course.exercises[exercise].outputs)
    found = 0
    for path in sorted((CORPUS / exercise).glob("wrong_*.py"))[::3]:
        source, report = graded(real, exercise, path.stem)
        repair = report.findings[0].evidence.repair
        if repair is None:
            continue
        found += 1
        lines = source.split("\n")
        if lines[repair.line - 1].strip() == repair.before:
            indent = lines[repair.line - 1][: len(lines[repair.line - 1]) - len(lines[repair.line - 1].lstrip())]
            lines[repair.line - 1] = indent + repair.after
        names: dict[str, Any] = {}
        try:
            exec("\n".join(lines), names)
        except SyntaxError:  # a change over several lines, of which one is shown
            continue
        if repair.before == repair.after or "\n" in repair.after:
            continue
        with np.errstate(all="ignore"):
            for args in inputs:
                copies = [arg.copy() if isinstance(arg, np.ndarray) else arg for arg in args]
                assert agree(names[function](*copies), diagnosis._reference.truth(args), outputs), path
    assert found >= 4


@pytest.mark.parametrize("name", ["right_numpy", "right_loop"])
def test_nothing_is_said_of_a_right_program(real: Grader, name: str) -> None:
    paths = sorted((CORPUS / "mse").glob("right_*.py"))[:10]
    for path in paths:
        _, report = graded(real, "mse", path.stem)
        assert report.verdict is Verdict.PASSED
        assert report.findings == ()


def test_a_program_that_is_right_when_run_afresh_has_its_fault_elsewhere(real: Grader) -> None:
    """Its state is the fault: any change of it would seem to help."""
    _, report = graded(real, "gradient_step", "wrong_momentum_global")
    assert report.findings[0].evidence.repair is None


def test_without_lines_nothing_is_tried() -> None:
    with Grader(ROOT, secret=SECRET) as plain, Grader(ROOT, secret=SECRET, lines=True) as thorough:
        source, report = graded(plain, "mse", "wrong_abs_numpy")
        assert report.findings[0].line is None
        assert plain.key(submission(source)) != thorough.key(submission(source))


@pytest.mark.parametrize(
    "line",
    ["while len(y_true) > 0: y_pred = y_pred", "raise MemoryError", "__import__('os')._exit(0)", "print('x' * 10**7)"],
)
def test_a_repair_that_never_ends_costs_its_limit_and_no_more(real: Grader, line: str) -> None:
    source = (
        f"import numpy as np\ndef mse(y_true, y_pred):\n    n = 3\n    if n > 3:\n        {line}\n    return n + 0.5\n"
    )
    report = real.grade(submission(source))
    assert report.verdict is Verdict.FAILED
    assert report.timing.total_ms < 5_000

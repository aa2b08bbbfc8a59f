"""What is right for a graded input stays hidden, and nobody gets the same graded inputs twice."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from grader.box.fake import FakeBox
from grader.calls import Answer, Call, Job, Run
from grader.grading import Grader
from grader.model import Report, Submission, Verdict

from .conftest import ROOT, SECRET, submission

STEMS = ("mse", "gradient_step", "add_bias")
WRONG = [
    path for stem in STEMS for path in sorted((ROOT / "tests" / "submissions" / stem).glob("wrong_*.py"))[::6]
]  # fmt: skip
Open = Callable[..., Grader]


class ListeningRun:
    """A run that writes down what is asked and what is answered."""

    def __init__(self, run: Run, job: Job, heard: list[tuple[Call, Any]]) -> None:
        self._run, self._heard = run, heard
        for index, call in enumerate(job.calls):
            self._hear(call, run.answer(index))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._run, name)

    def ask(self, calls: Any) -> Any:
        return [self._hear(call, answer) for call, answer in zip(calls, self._run.ask(calls), strict=True)]

    def _hear(self, call: Call, answer: Any) -> Any:
        self._heard.append((call, answer))
        return answer


class ListeningBox(FakeBox):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[Call, Any]] = []

    def start(self, job: Job) -> Any:
        run = super().start(job)
        return ListeningRun(run, job, self.heard) if job.calls else run


@pytest.fixture(scope="module")
def listening() -> Iterator[tuple[Grader, ListeningBox]]:
    box = ListeningBox()
    with Grader(ROOT, box=box, secret=SECRET) as opened:
        yield opened, box


def numbers_in(value: Any) -> Iterator[float]:
    """Every number of a plain value or of a JSON document, those inside its texts too."""
    if isinstance(value, str):
        for text in re.findall(r"-?[0-9]+(?:\.[0-9]+)?(?:e-?[0-9]+)?", value.replace("−", "-")):
            yield float(text)
    elif isinstance(value, dict):
        for item in value.values():
            yield from numbers_in(item)
    elif isinstance(value, list | tuple | np.ndarray):
        for item in value:
            yield from numbers_in(item)
    elif isinstance(value, int | float | np.number) and not isinstance(value, bool | np.complexfloating):
        yield float(value)


def written(values: Iterator[float]) -> set[str]:
    """To six digits, as the report's texts write numbers, without a sign."""
    return {f"{abs(value):.6g}" for value in values if math.isfinite(value)}


def is_example(call: Call) -> bool:
    """The statement's example: its answer is printed there."""
    return all(not isinstance(arg, np.ndarray) for arg in call.args) and (
        isinstance(call.args[0], list) or call.args == (2.0, 5.0, 0.5, 1.0, 0.05, 2)
    )


def hidden_values(grader: Grader, given: Submission) -> set[str]:
    """The reference's answers to the graded calls, but for those that are printed or an input themselves."""
    recording = grader._session.record(given.exercise, grader._seed(given))
    pairs = list(zip(recording.calls, recording.recorder.answers, strict=True))
    right = [answer.value for call, answer in pairs if isinstance(answer, Answer) and not is_example(call)]
    public = [answer.value for call, answer in pairs if isinstance(answer, Answer) and is_example(call)]
    return written(numbers_in(right)) - written(numbers_in([public, *(call.args for call, _ in pairs)]))


def revealed(report: Report, hidden: set[str], own: set[str]) -> set[str]:
    document = json.loads(report.to_json())
    del document["timing"], document["submission"]
    return written(numbers_in(document)) & (hidden - own)


@pytest.mark.parametrize("path", WRONG, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_report_never_holds_what_is_right_for_a_graded_input(
    path: Path, listening: tuple[Grader, ListeningBox]
) -> None:
    grader, box = listening
    box.heard.clear()
    given = submission(path.read_text(encoding="utf-8"), path.parent.name, learner=None)
    hidden = hidden_values(grader, given)
    report = grader.grade(given)
    assert report.verdict is not Verdict.PASSED
    own = written(numbers_in([[a.value, a.printed] for _, a in box.heard if isinstance(a, Answer)]))
    assert len(hidden) >= 5
    assert not revealed(report, hidden, own)


def test_the_search_finds_a_value_wherever_it_is_told(grader: Grader) -> None:
    given = submission("def mse(a, b):\n    return 7.25\n")
    report, hidden = grader.grade(given), hidden_values(grader, given)
    value = float(max(hidden, key=len))
    first = report.findings[0]
    told = [
        first.model_copy(update={"message": f"It should be {value:.6g}."}),
        first.model_copy(update={"evidence": first.evidence.model_copy(update={"named": {"loss": [value]}})}),
    ]
    assert not revealed(report, hidden, set())
    for finding in told:
        assert revealed(report.model_copy(update={"findings": (finding,)}), hidden, set())
    check = report.checks[2].model_copy(update={"message": f"not {-value:.9g}"})
    assert revealed(report.model_copy(update={"checks": (check,)}), hidden, set())


# --- fresh inputs ---------------------------------------------------------------------------------------------


def asked(opened: Callable[..., Grader], source: str, stem: str, secret: bytes = SECRET) -> list[str]:
    """Every call that was made of a submission, by the checks and for the diagnosis, without the public ones."""
    box = ListeningBox()
    grader = opened(box, secret)
    grader.grade(submission(source, stem))
    probes = _public(grader._diagnosis(grader.course.exercises[stem]))
    calls = [call for call, _ in box.heard if not call.read and not is_example(call)]
    return [text for call in calls if (text := repr(call.args)) not in probes]


def _public(diagnosis: Any) -> set[str]:
    """The probes, which are the same for everyone, as arrays and as lists."""
    probes = diagnosis._library.probes
    as_lists = [tuple(arg.tolist() if isinstance(arg, np.ndarray) else arg for arg in args) for args in probes]
    return {repr(args) for args in (*probes, *as_lists)}


@pytest.mark.parametrize("stem", STEMS)
def test_inputs_are_those_of_a_submission_and_a_secret_and_of_nothing_else(stem: str, grader_with: Open) -> None:
    path = sorted((ROOT / "tests" / "submissions" / stem).glob("wrong_*.py"))[0]
    source = path.read_text(encoding="utf-8")
    first = asked(grader_with, source, stem)
    assert len(first) > 20
    assert asked(grader_with, source, stem) == first
    others = (
        asked(grader_with, source + "\n", stem),
        asked(grader_with, source, stem, b"another secret of 32 bytes!!!!!!"),
    )
    for other in others:
        assert len(other) > 20
        assert not set(other) & set(first)

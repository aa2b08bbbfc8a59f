"""One warm pytest session that collects the course's checks once and runs the items for every submission.

A pytest session costs about 42 ms, an item called directly 35 µs, so no session is ever opened for a submission.
Collection is pytest's own (assertion rewriting, marks, parametrisation, ids). An item that needs only our fixtures
and its parameters is called directly; one that asks for more runs under pytest's full protocol.

Nothing of a learner's folder is read: the session gets the check files by name, its own empty configuration, and
no plugin but ours.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from _pytest.assertion import rewrite
from _pytest.config import (
    _prepareconfig,
)  # the way pytest-xdist opens its worker sessions; no public one exists
from _pytest.runner import runtestprotocol

from grader.authoring import POINTS_ATTRIBUTE
from grader.calls import Call, Run
from grader.checking.plugin import CURRENT, FIXTURES, Current, drawn, stem_of
from grader.checking.subject import (
    LearnerRaised,
    Mismatch,
    Recorder,
    Reference,
    Remembered,
    Replay,
    RunEnded,
    Subject,
)
from grader.course import CourseError
from grader.diagnosis.chain import Chain
from grader.diagnosis.loading import is_refused
from grader.diagnosis.wording import told
from grader.model import CheckResult, Exercise, Verdict

# A learner's odd value can make a check's own code stumble; these are its ways of stumbling.
# pytest's own ways of ending a test are no Exceptions, and neither is sys.exit: they must not end the class's grading.
_GIVES_UP = (pytest.skip.Exception, pytest.xfail.Exception)
_BREAKS_OFF = (pytest.exit.Exception, SystemExit)
_STUMBLES = (TypeError, ValueError, IndexError, KeyError, AttributeError, ArithmeticError)


@dataclass(frozen=True)
class Check:
    """One collected item of an exercise."""

    id: str
    sentence: str
    points: float
    item: pytest.Function
    direct: bool


@dataclass(frozen=True)
class Recording:
    """The calls that the checks make, in order, and where each check's calls begin. Faults are ours, by check id."""

    seed: int
    recorder: Recorder
    spans: dict[str, tuple[int, int]]
    faults: dict[str, str]

    @property
    def calls(self) -> Sequence[Call]:
        return self.recorder.calls


class CheckSession:
    """The checks of the given exercises, collected and ready. Close it, or use it in a `with`.

    Raises CourseError when a check file cannot be collected or an exercise has no checks.
    """

    def __init__(self, root: Path, exercises: Sequence[tuple[Exercise, str]], references: dict[str, Reference]) -> None:
        self._references = references
        self._exercises = {exercise.stem: exercise for exercise, _ in exercises}
        self._current = Current()
        self._collector = _Collector()
        _forget_modules(root, [path for _, path in exercises])
        try:
            with _own_environment():
                self._open(root, [path for _, path in exercises])
        except (pytest.UsageError, pytest.Collector.CollectError) as error:
            raise CourseError(self._collector.problems or [f"checks: cannot be collected ({error})"]) from None
        if self._collector.problems:
            raise CourseError(self._collector.problems)
        self.checks = self._by_exercise(self._session.items)

    def _open(self, root: Path, paths: Sequence[str]) -> None:
        self._config = _prepareconfig(_arguments(root, paths), [self._collector])
        self._config._do_configure()
        self._session = pytest.Session.from_config(self._config)
        self._config.stash[CURRENT] = self._current
        self._config.hook.pytest_sessionstart(session=self._session)
        self._session.perform_collect()

    def close(self) -> None:
        self._config._ensure_unconfigure()

    def __enter__(self) -> CheckSession:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def drawer(self, stem: str, name: str) -> Callable[..., Any] | None:
        """A function of the check file that draws inputs.

        `draw_inputs(draw)` gives the arguments of one call, `draw_numbers(draw)` a learner's own numbers, and
        `scaled_inputs(args, scale)` the same call with smaller or larger numbers, where multiplying every array
        would leave what the exercise is about (labels, probabilities).
        """
        function: Callable[..., Any] | None = getattr(self.checks[stem][0].item.module, name, None)
        return function

    def record(self, stem: str, seed: int) -> Recording:
        """Run the checks against the reference with this submission's own inputs, writing the calls down.

        A check that does not hold for the reference is our fault and is noted as such.
        """
        self._current.seed = seed
        recorder = Recorder(self._references[stem])
        subject = Subject(self._exercises[stem], recorder)
        spans, faults = {}, {}
        for check in self.checks[stem]:
            start = len(recorder.calls)
            try:
                self._run(check, subject, self._solution(stem, recorder, start))
            except _GIVES_UP:
                pass  # a check that gives up on the reference will give up on the learner: never a pass
            except (Exception, pytest.fail.Exception, *_BREAKS_OFF) as error:  # noqa: BLE001 - the course's fault, and it goes on record
                faults[check.id] = f"{type(error).__name__}: {error}"
            spans[check.id] = (start, len(recorder.calls))
        return Recording(seed, recorder, spans, faults)

    def judge(
        self, stem: str, recording: Recording, run: Run, numbers: Mapping[str, float] | None = None
    ) -> list[CheckResult]:
        """Run the checks against the learner's answers. Every declared check is in the result, in order.

        numbers: for blanks, the learner's own numbers to work with; the stub's when None.
        """
        self._current.seed = recording.seed
        results: list[CheckResult] = []
        ended = False
        for check in self.checks[stem]:
            if check.id in recording.faults:
                results.append(_result(check, Verdict.INTERNAL, recording.faults[check.id]))
            elif ended:
                results.append(_result(check, Verdict.NOT_RUN, "The program had already ended."))
            else:
                start, stop = recording.spans[check.id]
                subject = Subject(self._exercises[stem], Replay(run, recording.calls[start:stop], start))
                result, ended = self._judge_one(
                    check, subject, self._solution(stem, recording.recorder, start, numbers)
                )
                results.append(result)
        return results

    def _solution(
        self, stem: str, recorder: Recorder, first: int, numbers: Mapping[str, float] | None = None
    ) -> Chain | Subject:
        reference = self._references[stem]
        if reference.chain is not None:
            return reference.chain.given(numbers or {})
        return Subject(self._exercises[stem], Remembered(reference, recorder, first))

    def _judge_one(self, check: Check, subject: Subject, solution: Chain | Subject) -> tuple[CheckResult, bool]:
        """The result, and whether the learner's process has ended."""
        try:
            self._run(check, subject, solution)
        except RunEnded as error:
            return _result(check, Verdict(error.ending.verdict), error.ending.message), True
        except LearnerRaised as error:
            verdict = Verdict.BLOCKED if is_refused(error.raised) else Verdict.ERROR
            return _result(check, verdict, _raised_sentence(error)), False
        except Mismatch as error:
            return _result(check, Verdict.FAILED, str(error)), False
        except AssertionError as error:
            return _result(check, Verdict.FAILED, _authors_message(error)), False
        except _GIVES_UP:
            return _result(check, Verdict.NOT_RUN, "The check was skipped."), False
        except pytest.fail.Exception as error:
            return _result(check, Verdict.FAILED, error.msg or ""), False
        except _STUMBLES:
            return _result(check, Verdict.FAILED, "The answer is of a kind this check cannot use."), False
        except (Exception, *_BREAKS_OFF) as error:  # noqa: BLE001 - our fault: loud, and it costs the learner nothing
            return _result(check, Verdict.INTERNAL, f"{type(error).__name__}: {error}"), False
        return _result(check, Verdict.PASSED, " ".join(subject.notes)), False

    def _run(self, check: Check, subject: Subject, solution: Chain | Subject) -> None:
        # Numbers out of a learner's hands overflow; that is an answer, not something to warn about.
        with np.errstate(all="ignore"), _no_account_of_values():
            if check.direct:
                check.item.obj(**self._arguments_of(check, subject, solution))
            else:
                self._run_protocol(check, subject, solution)

    def _arguments_of(self, check: Check, subject: Subject, solution: Chain | Subject) -> dict[str, Any]:
        arguments = dict(check.item.callspec.params) if hasattr(check.item, "callspec") else {}
        names = check.item._fixtureinfo.argnames
        if "submission" in names:
            arguments["submission"] = subject
        if "solution" in names:
            arguments["solution"] = solution
        if "draw" in names:
            arguments["draw"] = drawn(self._current.seed, check.item.name)
        return arguments

    def _run_protocol(self, check: Check, subject: Subject, solution: Chain | Subject) -> None:
        """Setup, call and teardown as pytest does them, for items with fixtures of their own."""
        self._current.subject, self._current.solution = subject, solution
        self._collector.raised = None
        try:
            # No next item: with one, pytest keeps what it set up, and grows without bound.
            reports = runtestprotocol(check.item, log=False, nextitem=None)
        finally:
            self._current.subject = self._current.solution = None
        if self._collector.raised is not None:
            raise self._collector.raised
        if [report.outcome for report in reports] != ["passed"] * 3 or any(hasattr(r, "wasxfail") for r in reports):
            pytest.skip("not a pass")

    def _by_exercise(self, items: Iterable[pytest.Item]) -> dict[str, list[Check]]:
        checks: dict[str, list[Check]] = {stem: [] for stem in self._exercises}
        problems = []
        for item in items:
            if isinstance(item, pytest.Function):
                check = _check(item)
                checks[stem_of(item.path)].append(check)
                if not check.sentence:
                    problems.append(f"{item.nodeid}: has no docstring; write the sentence that learners will read")
        problems += [
            f"checks of {stem}: there are none; write at least one" for stem, found in checks.items() if not found
        ]
        if problems:
            raise CourseError(problems)
        return checks


class _Collector:
    """Listens to the session: what could not be collected, and what an item run in full raised."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self.raised: BaseException | None = None

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            last = str(report.longrepr).strip().splitlines()[-1]
            self.problems.append(f"{report.nodeid}: cannot be collected ({last}); correct the check file")

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
        if call.excinfo is not None and self.raised is None:
            self.raised = call.excinfo.value
        return (yield)


@contextmanager
def _own_environment() -> Iterator[None]:
    """Plugins and options of this machine have no say in a grade."""
    names = ("PYTEST_ADDOPTS", "PYTEST_PLUGINS", "PYTEST_DISABLE_PLUGIN_AUTOLOAD")
    before = {name: os.environ.pop(name, None) for name in names}
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


@contextmanager
def _no_account_of_values() -> Iterator[None]:
    """pytest writes out both sides of a comparison that fails. Here nobody reads it, and an array takes minutes."""
    kept = rewrite._saferepr, rewrite._call_reprcompare
    rewrite._saferepr = rewrite._call_reprcompare = _nothing  # type: ignore[assignment]
    try:
        yield
    finally:
        rewrite._saferepr, rewrite._call_reprcompare = kept


def _nothing(*_: object) -> str:
    return "…"


def _forget_modules(root: Path, paths: Sequence[str]) -> None:
    """pytest reuses a module of the same name: a changed check file, or another course's, would never be read."""
    for path in (*map(Path, paths), root / "checks" / "conftest.py"):
        sys.modules.pop(".".join(path.relative_to(root).with_suffix("").parts), None)


def _arguments(root: Path, paths: Sequence[str]) -> list[str]:
    return [
        *paths,
        f"--rootdir={root}",
        f"--confcutdir={root / 'checks'}",
        "-c",
        os.devnull,
        "--import-mode=importlib",
        *("-p", "no:terminal", "-p", "no:cacheprovider", "-p", "no:faulthandler", "-p", "no:logging"),
        *(
            "-p",
            "no:capture",
            "-p",
            "no:junitxml",
            "-p",
            "no:pastebin",
            "-p",
            "no:stepwise",
            "-p",
            "no:debugging",
        ),
        *(() if (root / "checks" / "conftest.py").is_file() else ("-p", "grader.checking.plugin")),
    ]


def _check(item: pytest.Function) -> Check:
    parameters = item.callspec.params if hasattr(item, "callspec") else {}
    names = set(item._fixtureinfo.argnames)
    marks = {mark.name for mark in item.iter_markers()} - {"parametrize", "filterwarnings"}
    autouse = set(item._fixtureinfo.names_closure) - names - {"request"}
    sentence = " ".join((item.obj.__doc__ or "").split())
    stem = stem_of(item.path)
    return Check(
        id=f"{stem}::{item.name}",
        sentence=sentence.format(**parameters) if parameters else sentence,
        points=getattr(item.obj, POINTS_ATTRIBUTE, 1.0),
        item=item,
        direct=names <= FIXTURES | set(parameters) and not marks and not autouse,
    )


def _result(check: Check, verdict: Verdict, message: str) -> CheckResult:
    return CheckResult(
        id=check.id,
        sentence=check.sentence,
        verdict=verdict,
        points=check.points if verdict is Verdict.PASSED else 0.0,
        max_points=check.points,
        message=message,
    )


def _raised_sentence(error: LearnerRaised) -> str:
    raised = error.raised
    if raised.line:
        return f"Your code raised {told(raised.type_name)} in line {raised.line}: {told(raised.text)}"
    return f"Your code raised {told(raised.type_name)}: {told(raised.text)}"


def _authors_message(error: AssertionError) -> str:
    """What the check's author wrote after the assertion; never pytest's account, which shows expected values."""
    text = str(error).split("\nassert ", 1)[0].strip()
    return "" if text.startswith("assert ") else text

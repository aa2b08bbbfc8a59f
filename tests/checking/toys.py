"""A course of one exercise, written into a folder, and learners who run in this process."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from grader.box.fake import FakeBox
from grader.calls import Ending, Job
from grader.checking.session import CheckSession
from grader.checking.subject import Reference
from grader.course import load, load_key
from grader.model import CheckResult, Verdict

RIGHT = "def double(x):\n    twice = 2 * x\n    return twice\n"
WRONG = "def double(x):\n    return x + 3\n"
STUB = '''"""Doubling

Write `double(x)`.

    >>> print(double(2))
    4
"""


def double(x):
    raise NotImplementedError
'''
HEADER = """import pytest
from grader.authoring import close_to, points


def draw_inputs(draw):
    return (draw.number(),)


"""
CHECK = 'def test_two(submission):\n    """Two becomes four."""\n    assert submission.double(2) == 4\n'
_OUTCOMES = (pytest.skip.Exception, pytest.fail.Exception, pytest.exit.Exception, pytest.xfail.Exception)
COURSE = 'name = "toy"\ntitle = "Toy"\n\n[[lesson]]\nstem = "one"\ntitle = "One"\nexercises = ["double"]\n'
SPEC = 'function = "double"\noutputs = ["twice"]\nhints = ["a", "b", "c"]\n'


def write_course(root: Path, checks: str = CHECK, conftest: str | None = None) -> Path:
    files = {
        "exercises/course.toml": COURSE,
        "exercises/one/double.py": STUB,
        "exercises/one/double.toml": SPEC,
        "solutions/one/double.py": RIGHT,
        "checks/one/double.toml": "",
        "checks/one/test_double.py": HEADER + textwrap.dedent(checks),
        "checks/conftest.py": conftest if conftest is not None else 'pytest_plugins = ["grader.checking.plugin"]\n',
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


class Toy:
    """A session over the toy course, ready to judge sources."""

    def __init__(self, root: Path) -> None:
        exercise = load(root).exercises["double"]
        key = load_key(root, exercise)
        self.session = CheckSession(root, [(exercise, key.checks_path)], {"double": Reference(exercise, key.solution)})
        self.box = FakeBox()

    @property
    def checks(self) -> list[Any]:
        return self.session.checks["double"]

    def judge(self, source: str, seed: int = 1) -> list[CheckResult]:
        try:
            recording = self.session.record("double", seed)
            run = self.box.start(Job(source, "double.py", recording.calls))
            results = self.session.judge("double", recording, run)
        except (*_OUTCOMES, SystemExit) as error:
            # Here it would skip or end this very test; in use it ends the grading of a whole class.
            raise AssertionError(f"{type(error).__name__} left the session: {error}") from None
        run.close()
        return results

    def verdicts(self, source: str, seed: int = 1) -> list[Verdict]:
        return [result.verdict for result in self.judge(source, seed)]

    def judge_ending(self, source: str, ending: Ending, first: int) -> list[CheckResult]:
        """The same, with the learner's process ending at the call of this number."""
        recording = self.session.record("double", 1)
        run = _Ending(self.box.start(Job(source, "double.py", recording.calls)), ending, first)
        return self.session.judge("double", recording, run)


class _Ending:
    def __init__(self, run: Any, ending: Ending, first: int) -> None:
        self._run, self._ending, self._first = run, ending, first

    def answer(self, index: int) -> Any:
        return self._ending if index >= self._first else self._run.answer(index)

    def ask(self, calls: Any) -> Any:
        return [self._ending] * len(calls)


def forget_modules() -> None:
    """Check files of an earlier toy, which has the same names in another folder."""
    for name in [name for name in sys.modules if name.startswith(("checks.one", "checks.conftest"))]:
        del sys.modules[name]


@contextmanager
def toy(root: Path, checks: str = CHECK, conftest: str | None = None) -> Iterator[Toy]:
    forget_modules()
    opened = Toy(write_course(root, checks, conftest))
    try:
        yield opened
    finally:
        opened.session.close()


Opener = Callable[..., Toy]

"""FakeBox: runs for tests, without processes.

Without a script it executes the submission in the test's own process, through the same code that a learner's
process runs (`inside.py`) and the same reading of what it says (`messages.py`): fast, and nothing is confined. Only
sources that a test wrote itself belong here, and none that loop, exit hard or flood: there are no limits but the
one on printed text. With a script it executes nothing and gives the answers that the test wants given.

Everything happens in `start`; no pipe, no thread, no clock.
"""

from __future__ import annotations

import io
import random
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from types import TracebackType
from typing import Any, Self, cast

import numpy as np

from grader.box import endings, inside
from grader.box.frames import decode
from grader.box.messages import calls_payload, job_payload, read
from grader.calls import Answer, Call, Ending, Isolation, Job, Loaded, Run

ISOLATION = Isolation("none", (), "The program runs inside the grader itself. For tests only.")


@dataclass
class Script:
    """What a scripted run says. After an `Ending` nothing follows; calls without an answer end as `internal`."""

    loaded: Loaded | Ending = field(default_factory=lambda: Loaded(None))
    answers: Sequence[Answer | Ending] = ()
    asked: Callable[[Sequence[Call]], Sequence[Answer | Ending]] = lambda calls: ()


class FakeBox:
    """Runs submissions in this process, or plays a script. `jobs` holds what was asked for."""

    isolation = ISOLATION

    def __init__(self, script: Script | Callable[[Job], Script] | None = None) -> None:
        self.jobs: list[Job] = []
        self._script = script

    def start(self, job: Job) -> Run:
        self.jobs.append(job)
        if self._script is None:
            return FakeRun(job)
        return ScriptedRun(job, self._script if isinstance(self._script, Script) else self._script(job))

    def close(self) -> None:
        """Nothing is open."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class ScriptedRun:
    """A run whose answers are known beforehand."""

    def __init__(self, job: Job, script: Script) -> None:
        self._script = script
        self._answers = _until_ending(script.loaded, script.answers, len(job.calls))
        self._ending: Ending | None = next((a for a in self._answers if isinstance(a, Ending)), None)

    def loaded(self) -> Loaded | Ending:
        return self._script.loaded

    def answer(self, index: int) -> Answer | Ending:
        return self._answers[index]

    def ask(self, calls: Sequence[Call]) -> list[Answer | Ending]:
        if self._ending is not None:
            return [self._ending] * len(calls)
        return _until_ending(self._script.loaded, self._script.asked(calls), len(calls))

    def close(self) -> None:
        self._ending = self._ending or endings.CLOSED


def _until_ending(loaded: Loaded | Ending, answers: Sequence[Answer | Ending], count: int) -> list[Answer | Ending]:
    """The answers up to the first ending, and that ending for all that follow."""
    given: list[Answer | Ending] = []
    last = loaded if isinstance(loaded, Ending) else None
    for index in range(count):
        if last is None:
            answer = answers[index] if index < len(answers) else endings.internal("the script has no answer")
            last = answer if isinstance(answer, Ending) else None
            given.append(answer)
        else:
            given.append(last)
    return given


class FakeRun:
    """One submission in this process."""

    def __init__(self, job: Job) -> None:
        self._ending: Ending | None = None
        self._overflowed = False
        self._random = random.getstate()
        self._numpy_random = np.random.get_state()
        self._output = inside.Output()
        with self._own_world():
            self._session = inside.Session(job_payload(job), self._output, self._overflow)
        self._loaded = cast("Loaded | Ending", self._say(self._session.load))
        self._answers = self._answer_all(self._session.calls)

    def loaded(self) -> Loaded | Ending:
        return self._loaded

    def answer(self, index: int) -> Answer | Ending:
        return self._answers[index]

    def ask(self, calls: Sequence[Call]) -> list[Answer | Ending]:
        return self._answer_all(decode(calls_payload(calls)))

    def close(self) -> None:
        self._ending = self._ending or endings.CLOSED
        self._session.close()

    def _answer_all(self, calls: Sequence[inside.RawCall]) -> list[Answer | Ending]:
        answers = [self._say(partial(self._session.answer, call)) for call in calls]
        return cast("list[Answer | Ending]", answers)

    def _say(self, say: Callable[[], bytes]) -> Loaded | Answer | Ending:
        """One message of the session, or the ending that came instead."""
        if self._ending is not None:
            return self._ending
        try:
            with self._own_world():
                message = read(say())
        except MemoryError:
            message = endings.MEMORY
        if self._overflowed:
            message = endings.OUTPUT
        if isinstance(message, Ending):
            self._ending = message
        return message

    def _overflow(self) -> None:
        self._overflowed = True
        raise SystemExit("the limit on printed text")

    @contextmanager
    def _own_world(self) -> Iterator[None]:
        """Standard streams, warnings and random generators as the submission left them, and ours back afterwards."""
        ours: tuple[Any, Any] = (random.getstate(), np.random.get_state())
        stdin, sys.stdin = sys.stdin, io.StringIO()
        random.setstate(self._random)
        np.random.set_state(self._numpy_random)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                yield
        finally:
            self._random, self._numpy_random = random.getstate(), np.random.get_state()
            random.setstate(ours[0])
            np.random.set_state(ours[1])
            sys.stdin = stdin
            self._output.close()

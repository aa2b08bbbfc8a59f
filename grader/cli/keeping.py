"""What stays of a grading besides its results: attempts in this account's state folder, and lines in a log."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from grader.cli.program import Refusal
from grader.cli.terminal import plain, say

if TYPE_CHECKING:
    from grader.model import Attempt, Report, Submission
    from grader.store.attempts import AttemptStore
    from grader.store.log import AttemptLog

T = TypeVar("T")


class Remembered:
    """What was tried here before. Where the state folder does not work nothing is known, and one note says so."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._works = True

    def earlier(self, course: str, submission: Submission) -> list[Attempt]:
        """The same learner's attempts at the same exercise, oldest first."""
        return self._try(lambda store: store.of(course, submission.exercise, submission.learner)) or []

    def keep(self, report: Report) -> None:
        """One more attempt, unless it was our own fault: that costs nobody an attempt."""
        from grader.diagnosis.efficacy import attempt_of

        if report.verdict.value != "internal":
            self._try(lambda store: store.add(attempt_of(report, _now())))

    def _try(self, action: Callable[[AttemptStore], T]) -> T | None:
        if not self._works:
            return None
        try:
            from grader.store.attempts import AttemptStore

            with AttemptStore(self._folder) as store:
                return action(store)
        except Exception as problem:  # noqa: BLE001 - nothing about remembering may cost a learner the feedback
            self._works = False
            say(f"Note: this attempt is not remembered, so help does not change. {problem}")
            return None


class Log:
    """Where attempts are logged, or nowhere. Raises Refusal when the file that was named cannot be written."""

    def __init__(self, path: Path | None, secret: bytes, folder: Path | None = None) -> None:
        self._log = None if path is None else _opened(path)
        self._secret = secret
        self._folder = folder

    def add(self, report: Report) -> None:
        """Raises StoreError when the line cannot be written."""
        from grader.diagnosis.efficacy import entry_of

        if self._log is not None and report.verdict.value != "internal":
            self._log.append(entry_of(report, self._pseudonym(report), report.submitted_at or _now()))

    def _pseudonym(self, report: Report) -> str | None:
        """A hash of the name with the course's secret; without a name, what stands for this account, if it is one's."""
        from grader.diagnosis.efficacy import pseudonym
        from grader.store import StoreError
        from grader.store.state import own_pseudonym

        if report.learner is not None:
            return pseudonym(self._secret, report.course, report.learner)
        if self._folder is None:
            return None
        try:
            return own_pseudonym(self._folder)
        except StoreError as problem:
            say(f"Note: the log does not say whose attempt this is. {problem}")
            return None


def _opened(path: Path) -> AttemptLog:
    from grader.store import StoreError
    from grader.store.log import AttemptLog

    try:
        return AttemptLog(path)
    except StoreError as problem:  # nothing has been graded yet: this is about the file that was named
        raise Refusal(plain(str(problem))) from problem


def _now() -> datetime:
    return datetime.now(UTC)

"""A grader that does what the first line of a submission says, and writes a line for each grading.

It is a module of its own, found by its plain name, so that worker processes can load it too.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from grader.model import (
    Attempt,
    Behaviour,
    CheckResult,
    Course,
    Evidence,
    Finding,
    IsolationReport,
    Report,
    Submission,
    Timing,
    Verdict,
)

AHEAD = 3


CONFINED = IsolationReport(level="confined")


class FakeGrader:
    """pass, fail, sleep <seconds>, raise, die, mess (a report that cannot be written), our-fault.

    odd <number>: wrong in a way that no mistake explains, with the number for an answer.
    """

    version = "0.1.0"

    def __init__(self, log: Path, version: str = "1", isolation: IsolationReport = CONFINED) -> None:
        self.log, self._exercise_version, self.closed, self.isolation = log, version, False, isolation
        self.course = Course(name="fake", title="A fake course", lessons=())

    def key(self, submission: Submission) -> str:
        return hashlib.sha256(f"{submission.sha256}{self._exercise_version}".encode()).hexdigest()

    def grade(self, submission: Submission, earlier: Sequence[Attempt] = ()) -> Report:
        return next(self.grade_many([submission]))

    def grade_many(self, submissions: Iterable[Submission]) -> Iterator[Report]:
        ahead: deque[Submission] = deque()
        for submission in submissions:
            self._start(submission)
            ahead.append(submission)
            if len(ahead) > AHEAD:
                yield self._finish(ahead.popleft())
        while ahead:
            yield self._finish(ahead.popleft())

    def close(self) -> None:
        self.closed = True

    def _start(self, submission: Submission) -> None:
        """Real graders stumble here: over a submission that is not the next one to be reported."""
        if submission.problem is not None:
            return
        if submission.source.startswith("raise"):
            raise RuntimeError("the expected value is 42")
        if submission.source.startswith("die"):
            os._exit(7)

    def _finish(self, submission: Submission) -> Report:
        command = submission.source.split("\n")[0]
        if submission.problem is None:
            if command.startswith("sleep"):
                time.sleep(float(command.split()[1]))
            with self.log.open("a") as log:
                log.write(f"{os.getpid()} {submission.origin}\n")
        verdicts = {"fail": Verdict.FAILED, "our-fault": Verdict.INTERNAL}
        verdict = Verdict.ERROR if submission.problem else verdicts.get(command, Verdict.PASSED)
        odd = float(command.split()[1]) if command.startswith("odd") else None
        if odd is not None:
            verdict = Verdict.FAILED
        points = 4.0 if verdict is Verdict.PASSED else 0.0
        return Report(
            course="fake",
            exercise=submission.exercise,
            learner=submission.learner,
            submission=submission.sha256,
            verdict=verdict,
            score=points,
            max_score=4.0,
            checks=(
                CheckResult(id="one", sentence="It works.", verdict=verdict, points=points, max_points=3.0),
                CheckResult(id="two", sentence="It works twice.", max_points=1.0),
            ),
            isolation=self.isolation,
            timing=Timing(total_ms=12.5),
            grader=self.version,
            origin=submission.origin,
            submitted_at=submission.submitted_at,
            notes=("\ud800",) if command == "mess" else submission.notes,
            findings=() if odd is None else (_counterexample(odd),),
            behaviour=None if odd is None else Behaviour(probes="fake", answers=(odd, [odd, 1.0])),
        )


def _counterexample(answer: float) -> Finding:
    shown = Evidence(inputs={"x": 3}, yours={"y": answer})
    return Finding(mistake=None, level="E", headline="Not right yet.", message=f"It gave {answer}.", evidence=shown)


class Factory:
    """Makes a FakeGrader anywhere; `broken` ones fail in every process but this one.

    isolation: what it finds here; elsewhere: in every other process.
    """

    def __init__(
        self,
        log: Path,
        version: str = "1",
        *,
        broken: bool = False,
        isolation: IsolationReport = CONFINED,
        elsewhere: IsolationReport | None = None,
    ) -> None:
        self.log, self.version, self.broken, self.home = log, version, broken, os.getpid()
        self.isolation, self.elsewhere = isolation, elsewhere or isolation

    def __call__(self) -> FakeGrader:
        if self.broken and os.getpid() != self.home:
            raise RuntimeError("this machine cannot start workers")
        return FakeGrader(self.log, self.version, self.isolation if os.getpid() == self.home else self.elsewhere)


def submission(learner: str | None, source: str, exercise: str = "mse") -> Submission:
    return Submission(
        exercise=exercise,
        learner=learner,
        source=source,
        sha256=hashlib.sha256(source.encode()).hexdigest(),
        origin=f"class/{learner}/{exercise}.py",
    )


def a_class(number: int, command: str = "pass") -> list[Submission]:
    """Learners with different work that all does the same."""
    return [submission(f"s{n:03}", f"{command}\n# {n}") for n in range(number)]

"""Many submissions -> reports in the store: resumable, several at once, and no fault of ours stops the class.

A report counts as done only when it is on disk, so a batch can be killed at any moment. Work is dealt out in
small chunks to any executor like those of `concurrent.futures`; a worker that dies costs only the submission
that killed it.
"""

from __future__ import annotations

import atexit
import hashlib
import os
import signal
import threading
import time
import traceback
from collections import defaultdict, deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from grader.model import Attempt, CheckResult, Course, IsolationReport, Report, Submission, Timing, Verdict
from grader.store.results import ResultStore, Row

WORTH_A_SECOND_WORKER = 40
"""Fewer submissions than this are done before another worker would have started."""

_LARGEST_CHUNK = 16
_CHUNKS_AHEAD = 2  # for each worker: one in work, one waiting, so that none is ever idle
_DEATHS_TO_GIVE_UP = 3
# Reports are written in groups: a flush to disk can take longer than a grading.
_WRITE_EVERY_S = 0.1
_WRITE_AT_MOST = 64

DIED = "A process of the grader ended while it was grading this submission."
FAULT = "The grader had a fault of its own while it was grading this submission."


class Grades(Protocol):
    """What a batch needs of `grader.grading.Grader`."""

    @property
    def course(self) -> Course: ...
    @property
    def isolation(self) -> IsolationReport: ...
    @property
    def version(self) -> str: ...

    def key(self, submission: Submission) -> str: ...
    def grade(self, submission: Submission, earlier: Sequence[Attempt] = ()) -> Report: ...
    def grade_many(self, submissions: Iterable[Submission]) -> Iterator[Report]: ...
    def close(self) -> None: ...


MakeGrader = Callable[[], Grades]
"""Called once here and once in each worker, so it has to be picklable when there are workers."""


class BatchError(Exception):
    """Grading cannot go on at all; what is done is in the store."""


class NotConfined(Exception):
    """Learner code would run unconfined, and nobody has said that it may. Nothing was graded."""

    def __init__(self, isolation: IsolationReport) -> None:
        super().__init__(isolation)
        self._level = isolation.level

    def __str__(self) -> str:
        return (
            f"Learner code would not be confined on this computer (isolation: {self._level}), so nothing was graded. "
            "`grader doctor` says what is missing and what to do."
        )


@dataclass(frozen=True)
class Tally:
    """How far a batch is. `reused` were known from an earlier run; `graded` includes copies of the same work."""

    total: int
    graded: int = 0
    reused: int = 0
    internal: int = 0
    faults: tuple[str, ...] = ()
    """what happened inside us, for whoever mends it; never shown to learners"""
    interrupted: bool = False

    @property
    def done(self) -> int:
        return self.graded + self.reused


OnReport = Callable[[Report, Tally], None]


def new_grader(course_root: Path, secret: bytes, trusted: bool = False, lines: bool = False) -> Grades:
    """The real grader; `functools.partial` of this is what workers are given."""
    from grader.grading import Grader  # late: it loads numpy and pytest

    return Grader(course_root, secret=secret, trusted=trusted, lines=lines)


def default_workers(submissions: int) -> int:
    """One for each processor, or a single one when there is too little to share."""
    if submissions < WORTH_A_SECOND_WORKER:
        return 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def grade_all(
    submissions: Iterable[Submission],
    *,
    make_grader: MakeGrader,
    store: ResultStore,
    workers: int | None = None,
    executor: Executor | None = None,
    resume: bool = True,
    on_report: OnReport = lambda report, tally: None,
) -> Tally:
    """Grade every submission and keep each report in `store`; `on_report` is told when it is there.

    resume: take over reports of unchanged work from earlier runs; otherwise forget all earlier ones. executor:
    where chunks are graded, e.g. that of a cluster, with `workers` chunks in work at a time; without one, a pool
    of `workers` processes (none for 1). Ctrl-C gives a Tally with `interrupted` set and everything done kept.
    Raises NotConfined when the grader would run learner code unconfined and untrusted, StoreError, BatchError, and
    what `make_grader` raises.
    """
    todo = list(submissions)
    with closing(make_grader()) as grader:
        _confined(grader)
        ledger = _Ledger(store, todo, on_report, resume=resume)
        try:
            waiting = ledger.reuse(grader)
            workers = workers or default_workers(len(waiting))
            with closing(_grade(waiting, grader, make_grader, executor, workers)) as outcomes:
                for index, outcome in outcomes:
                    ledger.take(index, outcome)
            ledger.write()
        except KeyboardInterrupt:
            ledger.write()
            return replace(ledger.tally, interrupted=True)
        return ledger.tally


def _confined(grader: Grades) -> Grades:
    """The grader, if it may run strangers' code; otherwise it is closed. A worker may find itself elsewhere than we."""
    if not grader.isolation.suffices:
        grader.close()
        raise NotConfined(grader.isolation)
    return grader


# --- keeping account ------------------------------------------------------------------------------------------

Task = tuple[int, Submission]
"""A submission and its place in the batch."""


@dataclass(frozen=True)
class Outcome:
    """A report, and what went wrong inside us if it tells of that."""

    report: Report
    fault: str | None = None


@dataclass(frozen=True)
class _Entry:
    index: int
    outcome: Outcome
    reused: bool


class _Ledger:
    """Who waits for what: each content is graded once, and every submission of it gets a row."""

    def __init__(
        self, store: ResultStore, submissions: Sequence[Submission], on_report: OnReport, *, resume: bool
    ) -> None:
        self.tally = Tally(total=len(submissions))
        self._store, self._submissions, self._on_report = store, submissions, on_report
        if not resume:
            store.forget()
        self._known = store.keys()
        # Later runs stand behind earlier ones; what is met again moves along.
        self._first_position = store.next_position()
        self._keys: list[str] = []
        self._copies: defaultdict[str, list[int]] = defaultdict(list)
        # Ctrl-C may come between any two lines, so numbers say which entries are in, written and counted.
        self._entries: dict[int, _Entry] = {}
        self._entered = self._written = 0
        self._last_write = time.monotonic()

    def reuse(self, grader: Grades) -> list[Task]:
        """Serve what is known already; the rest, each content once, has to be graded."""
        asked: set[str] = set()
        waiting: list[Task] = []
        for index, submission in enumerate(self._submissions):
            key = content_key(grader, submission)
            self._keys.append(key)
            if key in self._known and (known := self._store.get(key)):
                self._enter(_Entry(index, Outcome(as_of(known, submission)), reused=True))
            elif key in asked:
                self._copies[key].append(index)
            else:
                asked.add(key)
                waiting.append((index, submission))
        self.write()
        return waiting

    def take(self, index: int, outcome: Outcome) -> None:
        """A submission has been graded, and with it all copies of the same work."""
        self._enter(_Entry(index, outcome, reused=False))
        for copy in self._copies.pop(self._keys[index], ()):
            report = as_of(outcome.report, self._submissions[copy])
            self._enter(_Entry(copy, Outcome(report), reused=False))

    def _enter(self, entry: _Entry) -> None:
        self._entries[self._entered] = entry
        self._entered += 1
        late = time.monotonic() - self._last_write >= _WRITE_EVERY_S
        if late or self._entered - self._written >= _WRITE_AT_MOST:
            self.write()

    def write(self) -> None:
        """Put on disk what is not there yet, and only then count it."""
        end = self._entered
        self._store.add_many(self._row(self._entries[place]) for place in range(self._written, end))
        self._written = end
        self._last_write = time.monotonic()
        while (place := self.tally.done) < self._written:
            entry = self._entries[place]
            self.tally = _plus(self.tally, entry)
            del self._entries[place]
            self._on_report(entry.outcome.report, self.tally)

    def _row(self, entry: _Entry) -> Row:
        place, source = self._first_position + entry.index, self._submissions[entry.index].source
        return Row(self._keys[entry.index], entry.outcome.report, place, source)


def _plus(tally: Tally, entry: _Entry) -> Tally:
    report, fault = entry.outcome.report, entry.outcome.fault
    return replace(
        tally,
        graded=tally.graded + (not entry.reused),
        reused=tally.reused + entry.reused,
        internal=tally.internal + (report.verdict is Verdict.INTERNAL),
        faults=(*tally.faults, f"{report.origin}\n{fault}") if fault else tally.faults,
    )


def content_key(grader: Grades, submission: Submission) -> str:
    """The address of a submission's report in the store.

    The same bytes can be read in two ways (as a notebook and as text, or not at all), so how they were read counts.
    """
    parts = (grader.key(submission), submission.problem or "", submission.source)
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def as_of(report: Report, submission: Submission) -> Report:
    """The same report for somebody who handed in the same work."""
    return report.model_copy(
        update={
            "learner": submission.learner,
            "origin": submission.origin,
            "submitted_at": submission.submitted_at,
            "notes": submission.notes,
        }
    )


# --- grading here ---------------------------------------------------------------------------------------------


def _grade(
    tasks: Sequence[Task], grader: Grades, make_grader: MakeGrader, executor: Executor | None, workers: int
) -> Generator[tuple[int, Outcome], None, None]:
    """The outcome of each task as it comes, in any order."""
    if not tasks:
        return
    if executor is None and workers == 1:
        outcomes = grade_each(grader, [submission for _, submission in tasks])
        yield from zip((index for index, _ in tasks), outcomes, strict=True)
        return
    with _Crew(make_grader, workers, executor) as crew:
        yield from _Dealing(crew, grader, workers).outcomes(tasks)


def grade_each(grader: Grades, submissions: Sequence[Submission]) -> Iterator[Outcome]:
    """One outcome a submission, in order, whatever happens inside the grader."""
    done = 0
    while done < len(submissions):
        # Several run ahead of the one reported on: when this stops, it is not known yet whose fault it was.
        for outcome in _until_a_fault(grader, submissions[done:]):
            yield outcome
            done += 1
        if done < len(submissions):
            yield _grade_alone(grader, submissions[done])
            done += 1


def _until_a_fault(grader: Grades, submissions: Sequence[Submission]) -> Iterator[Outcome]:
    reports = grader.grade_many(submissions)
    while True:
        try:
            report = next(reports, None)
            if report is None:
                return
            report.to_json()  # what cannot be written down is a fault as well
        except Exception:  # noqa: BLE001 - found again, and told, when the next submission is graded alone
            return
        yield Outcome(report)


def _grade_alone(grader: Grades, submission: Submission) -> Outcome:
    try:
        report = grader.grade(submission)
        report.to_json()
    except Exception:  # noqa: BLE001 - our own fault: it becomes a loud report, and the class goes on
        return Outcome(internal_report(grader, submission, FAULT), traceback.format_exc())
    return Outcome(report)


def internal_report(grader: Grades, submission: Submission, what: str) -> Report:
    """A report that says: our fault. No points, and no attempt lost."""
    declared = _declared(grader, submission)
    checks = tuple(
        check.model_copy(update={"verdict": Verdict.NOT_RUN, "points": 0.0, "message": ""})
        for check in (declared.checks if declared else ())
    )
    return Report(
        course=grader.course.name,
        exercise=submission.exercise,
        learner=submission.learner,
        submission=submission.sha256,
        verdict=Verdict.INTERNAL,
        score=0.0,
        max_score=declared.max_score if declared else 0.0,
        checks=_blamed(checks),
        isolation=grader.isolation,
        timing=Timing(total_ms=0.0),
        grader=grader.version,
        origin=submission.origin,
        submitted_at=submission.submitted_at,
        notes=(*submission.notes, f"{what} It costs no points and no attempt."),
    )


def _blamed(checks: tuple[CheckResult, ...]) -> tuple[CheckResult, ...]:
    """The first check carries the verdict that kept all of them from running."""
    return tuple(
        check.model_copy(update={"verdict": Verdict.INTERNAL}) if number == 0 else check
        for number, check in enumerate(checks)
    )


def _declared(grader: Grades, submission: Submission) -> Report | None:
    """The checks of the exercise and their points: what a submission gets that cannot be read, and is not run."""
    try:
        return grader.grade(submission.model_copy(update={"source": "", "problem": "not graded"}))
    except Exception:  # noqa: BLE001 - a report without checks is better than none
        return None


# --- in a worker ----------------------------------------------------------------------------------------------


class _Here(threading.local):
    """The grader of this worker, kept from chunk to chunk. One for each thread: a grader is not shared."""

    batch: str | None = None
    grader: Grades | None = None

    def grader_for(self, batch: str, make_grader: MakeGrader) -> Grades:
        if self.grader is None or self.batch != batch:
            if self.grader is not None:
                self.grader.close()
                self.grader = None
            self.grader, self.batch = _confined(make_grader()), batch
            atexit.register(self.grader.close)
        return self.grader


_here = _Here()


def grade_chunk(batch: str, make_grader: MakeGrader, submissions: Sequence[Submission]) -> list[Outcome]:
    """What a worker does. `batch` is a new word for each batch, so that a lasting worker never mixes two."""
    return list(grade_each(_here.grader_for(batch, make_grader), submissions))


def _leave_with(parent: Connection) -> None:
    """End this worker when the batch has ended, by whatever end, even in the middle of a chunk."""

    def watch() -> None:
        try:
            parent.recv_bytes()  # nothing is ever sent: this returns when the other side is closed
        except (EOFError, OSError):
            os._exit(0)

    threading.Thread(target=watch, daemon=True).start()


# --- several at once ------------------------------------------------------------------------------------------


class _Crew:
    """The workers: a pool of our own, made anew when one of it dies, or an executor that was given."""

    def __init__(self, make_grader: MakeGrader, workers: int, executor: Executor | None) -> None:
        self._make_grader, self._workers, self._given = make_grader, workers, executor
        self._batch = os.urandom(8).hex()
        self._far_end, self._near_end = get_context("spawn").Pipe(duplex=False)
        self._executor = executor or self._new_pool()

    def _new_pool(self) -> Executor:
        # spawn: a fork would copy our threads' locks and the grader's open connections
        return ProcessPoolExecutor(
            self._workers, get_context("spawn"), initializer=_leave_with, initargs=(self._far_end,)
        )

    def submit(self, submissions: Sequence[Submission]) -> Future[list[Outcome]]:
        with _ctrl_c_waits():
            return self._executor.submit(grade_chunk, self._batch, self._make_grader, submissions)

    def renew(self) -> None:
        """After a worker has died, which ends a whole pool."""
        if self._given is not None:
            raise BatchError("The executor that grading was given to has broken down. Start it anew and go on.")
        self._executor.shutdown(wait=False, cancel_futures=True)
        self._executor = self._new_pool()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._given is None:
            if kind is not None:  # after Ctrl-C nobody waits for the chunks in work
                self._near_end.close()
            self._executor.shutdown(wait=True, cancel_futures=True)
        self._near_end.close()
        self._far_end.close()


@contextmanager
def _ctrl_c_waits() -> Iterator[None]:
    """While workers start, Ctrl-C waits: half a start would leave a worker that complains.

    It reaches every process of a terminal, so it is also masked here: workers inherit that and never hear it.
    The mask alone is not enough for ourselves, because numpy's threads take the signal in our place.
    """
    if not hasattr(signal, "pthread_sigmask") or threading.current_thread() is not threading.main_thread():
        yield
        return
    heard: list[int] = []
    handler = signal.signal(signal.SIGINT, lambda number, frame: heard.append(number))
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        signal.signal(signal.SIGINT, handler)
        if heard:
            signal.raise_signal(signal.SIGINT)


class _Dealing:
    """Deals tasks out to a crew, and finds the one submission that a worker died of."""

    def __init__(self, crew: _Crew, grader: Grades, workers: int) -> None:
        self._crew, self._grader, self._workers = crew, grader, workers
        self._in_work: dict[Future[list[Outcome]], list[Task]] = {}
        self._suspects: list[Task] = []
        self._broken = False
        self._anything_done = False
        self._deaths = 0

    def outcomes(self, tasks: Sequence[Task]) -> Iterator[tuple[int, Outcome]]:
        chunks = deque(_chunks(tasks, self._workers))
        try:
            while chunks or self._in_work:
                while chunks and not self._suspects and len(self._in_work) < _CHUNKS_AHEAD * self._workers:
                    self._hand_out(chunks.popleft())
                finished, _ = wait(self._in_work, return_when=FIRST_COMPLETED)
                for future in finished:
                    yield from self._collect(future)
                if self._suspects and not self._in_work:
                    yield from self._one_by_one()
        finally:
            for future in self._in_work:
                future.cancel()

    def _hand_out(self, chunk: list[Task]) -> None:
        try:
            self._in_work[self._crew.submit(_submissions(chunk))] = chunk
        except BrokenExecutor:
            self._broken = True
            self._suspects += chunk

    def _collect(self, future: Future[list[Outcome]]) -> Iterator[tuple[int, Outcome]]:
        chunk = self._in_work.pop(future)
        try:
            outcomes = future.result()
        except Exception as problem:  # noqa: BLE001 - told in the report of the submission at fault, once found
            self._broken = self._broken or isinstance(problem, BrokenExecutor)
            self._suspects += chunk
            return
        self._anything_done = True
        yield from zip(_places(chunk), outcomes, strict=True)

    def _one_by_one(self) -> Iterator[tuple[int, Outcome]]:
        """A dead worker takes all chunks in work with it. Each suspect alone shows who it was."""
        if self._broken:
            self._crew.renew()
            self._broken = False
        for index, submission in self._suspects:
            yield index, self._alone(submission)
        self._suspects = []

    def _alone(self, submission: Submission) -> Outcome:
        try:
            (outcome,) = self._crew.submit([submission]).result()
        except BrokenExecutor:
            self._crew.renew()
            self._count_death()
            return Outcome(internal_report(self._grader, submission, DIED), DIED)
        except Exception:  # noqa: BLE001 - as above
            self._count_death()
            return Outcome(internal_report(self._grader, submission, FAULT), traceback.format_exc())
        self._anything_done = True
        return outcome

    def _count_death(self) -> None:
        self._deaths += 1
        if self._deaths >= _DEATHS_TO_GIVE_UP and not self._anything_done:
            raise BatchError(
                "Every worker process ended before it gave a report. "
                "Run the same command with --workers 1, which shows why."
            )


def _chunks(tasks: Sequence[Task], workers: int) -> Iterator[list[Task]]:
    """Small enough to share the work evenly and to report often, large enough for a grader to run ahead."""
    size = max(1, min(_LARGEST_CHUNK, len(tasks) // (4 * workers)))
    for start in range(0, len(tasks), size):
        yield list(tasks[start : start + size])


def _submissions(chunk: Sequence[Task]) -> list[Submission]:
    return [submission for _, submission in chunk]


def _places(chunk: Sequence[Task]) -> list[int]:
    return [index for index, _ in chunk]

"""One submission -> one Report: the place where the course, the box, the checks and the diagnosis meet."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from grader import __version__
from grader.box import Exposed, open_box
from grader.calls import Answer, Box, Call, Ending, Job, Limits, Loaded, Run
from grader.checking.second_look import second_look
from grader.checking.session import CheckSession, Recording
from grader.checking.subject import Reference as CheckReference
from grader.checking.where import find_repair
from grader.course import CourseError, load, load_key
from grader.diagnosis.answers import BlanksDiagnosis
from grader.diagnosis.engine import Diagnosed, FunctionDiagnosis
from grader.diagnosis.help import problems_with, told_in_a_row
from grader.diagnosis.key import Key
from grader.diagnosis.library import Reference, scaled
from grader.diagnosis.loading import ending_finding, is_refused, lacks_module, load_findings, stops, stops_later
from grader.diagnosis.observed import HandedIn
from grader.diagnosis.repair import Repair as FoundRepair
from grader.diagnosis.values import as_number
from grader.diagnosis.variants import draw_variant, with_numbers
from grader.diagnosis.wording import finding
from grader.language import said
from grader.model import (
    Attempt,
    Behaviour,
    CheckResult,
    Exercise,
    Finding,
    IsolationReport,
    Repair,
    Report,
    Submission,
    Timing,
    Verdict,
)
from grader.scoring import score, verdict
from grader.tables import open_library

# Children that run while an earlier answer is judged. More than two gain nothing.
_AHEAD = 3
# Faults that no change of an expression mends, or that say their own line.
_NOT_IN_A_FORMULA = frozenset(
    {"printed-not-returned", "returned-none", "hard-coded", "changed-the-input", "not-repeatable", "unchanged-stub"}
)
# What a file's own crash outweighs. Points for what works are kept.
_MENDABLE = (Verdict.PASSED, Verdict.FAILED)


@dataclass(frozen=True)
class _Started:
    """A submission whose process is running."""

    submission: Submission
    recording: Recording
    run: Run
    spent: float
    """seconds, before it began to be judged"""


@dataclass(frozen=True)
class _Judged:
    """What came of a submission that ran."""

    checks: list[CheckResult]
    findings: list[Finding]
    behaviour: Behaviour | None = None


class Grader:
    """Grades submissions to one course. Close it, or use it in a `with`.

    root: the course's folder. box: where learner code runs (the best this machine has, when None). secret: makes the
    graded inputs unpredictable for learners and repeatable for the teacher; a random one when None. trusted: somebody
    answers for the code where it is not confined; every report then says so. lines: look for the line of a wrong
    formula by trying repairs in the box, which takes up to 0.3 s for a wrong submission. Only with a box that keeps
    limits: a repair may never end.
    Raises CourseError when the course is broken, or lies where learner code could read it.
    """

    version = __version__

    def __init__(
        self,
        root: Path,
        *,
        box: Box | None = None,
        secret: bytes | None = None,
        trusted: bool = False,
        lines: bool = False,
    ) -> None:
        self.course = load(root)
        self._exercises = self.course.exercises
        self._keys = {stem: load_key(root, exercise) for stem, exercise in self._exercises.items()}
        _refuse_broken_help(self._exercises, self._keys)
        self._secret = secret or secrets.token_bytes(32)
        references = {
            stem: CheckReference(exercise, self._keys[stem].solution, self._keys[stem].carries)
            for stem, exercise in self._exercises.items()
        }
        checks = [(exercise, self._keys[stem].checks_path) for stem, exercise in self._exercises.items()]
        self._session = CheckSession(root, checks, references)
        self._finds_lines = lines
        self._diagnoses: dict[str, FunctionDiagnosis | BlanksDiagnosis] = {}
        self._stubs: dict[str, str | None] = {}
        self._box = box or _box_for(root)
        self._limits = Limits(
            cpu_s=self.course.cpu_s,
            wall_s=3 * self.course.cpu_s,
            memory_mb=self.course.memory_mb,
            output_kb=self.course.output_kb,
        )
        found = IsolationReport(**asdict(self._box.isolation))
        self.isolation = found if found.suffices else found.model_copy(update={"trusted": trusted})

    def close(self) -> None:
        self._box.close()
        self._session.close()

    def __enter__(self) -> Grader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def key(self, submission: Submission) -> str:
        """Content address of a grading: equal keys give equal reports."""
        exercise = self._exercises[submission.exercise]
        parts = (
            submission.sha256,
            exercise.stem,
            exercise.version,
            self.version,
            str(self._variant_seed(exercise, submission.learner)),
            str(self._seed(submission)),
            *(["lines"] if self._finds_lines else []),
        )
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()

    def stub(self, stem: str, learner: str | None = None) -> str:
        """The exercise's stub, with the learner's own numbers where it has numbers."""
        exercise = self._exercises[stem]
        return with_numbers(exercise.stub, self._own_numbers(exercise, learner) or {})

    def grade(self, submission: Submission, earlier: Sequence[Attempt] = ()) -> Report:
        """The report of one submission. Learner mistakes are verdicts, never exceptions.

        earlier: what this learner has tried at this exercise before, oldest first; a fault that was told before is
        told in another way.
        """
        return self._finish(self._start(submission), earlier)

    def grade_many(self, submissions: Iterable[Submission]) -> Iterator[Report]:
        """The reports in the order of the submissions; a few processes run ahead of the one being judged."""
        waiting: deque[_Started | Report] = deque()
        try:
            for submission in submissions:
                waiting.append(self._start(submission))
                if len(waiting) > _AHEAD:
                    yield self._finish(waiting.popleft())
            while waiting:
                yield self._finish(waiting.popleft())
        finally:
            for started in waiting:
                if isinstance(started, _Started):
                    started.run.close()

    # --- one submission ---------------------------------------------------------------------------------------

    def _start(self, submission: Submission) -> _Started | Report:
        started = time.perf_counter()
        if submission.problem is not None:
            found = finding("unreadable", "A", {"text": submission.problem}, mistake="unreadable")
            return self._report(submission, self._declared(submission, Verdict.ERROR), [found], started)
        try:
            recording = self._session.record(submission.exercise, self._seed(submission))
            job = Job(
                source=submission.source,
                filename=f"{submission.exercise}.py",
                calls=recording.calls,
                limits=self._limits,
                # Of its own: from what a child knows nobody can work out what it will be asked.
                seed=self._hashed("child", submission.exercise, submission.sha256) % 2**32,
            )
            return _Started(submission, recording, self._box.start(job), time.perf_counter() - started)
        except Exception as error:  # noqa: BLE001 - our own fault: it becomes a loud report, and the class goes on
            return self._internal(submission, error, started)

    def _finish(self, started: _Started | Report, earlier: Sequence[Attempt] = ()) -> Report:
        if isinstance(started, Report):
            return started
        # The time spent waiting for earlier submissions is not this one's.
        began = time.perf_counter() - started.spent
        try:
            exercise = self._exercises[started.submission.exercise]
            numbers = self._numbers(exercise, started)
            judged = self._judge(exercise, started, numbers)
            findings = self._helped(exercise, started, judged.findings, earlier)
            variant = self._variant_seed(exercise, started.submission.learner) if numbers else None
            report = self._report(_with_note(started), judged.checks, findings, began, variant)
            return report.model_copy(update={"behaviour": judged.behaviour})
        except Exception as error:  # noqa: BLE001 - as above
            return self._internal(started.submission, error, began)
        finally:
            started.run.close()

    def _judge(self, exercise: Exercise, started: _Started, numbers: Mapping[str, float] | None) -> _Judged:
        submission, run = started.submission, started.run
        loaded = run.loaded()
        if isinstance(loaded, Ending):
            return _Judged(self._declared(submission, Verdict(loaded.verdict)), [ending_finding(loaded)])
        if loaded.fingerprint is not None and loaded.fingerprint == self._stub_fingerprint(exercise):
            found = finding("unchanged-stub", "A", {}, mistake="unchanged-stub")
            return _Judged(self._declared(submission, Verdict.FAILED), [found])
        cannot_run = load_findings(exercise, loaded, missing=_is_missing(exercise, loaded, run))
        if cannot_run:
            refused = loaded.error is not None and is_refused(loaded.error)
            return _Judged(self._declared(submission, Verdict.BLOCKED if refused else Verdict.ERROR), cannot_run)
        checks = self._session.judge(exercise.stem, started.recording, run, numbers)
        again = self._hashed("again", exercise.stem, submission.sha256)
        look = second_look(checks, started.recording, run, len(exercise.outputs), again)
        findings, behaviour = stops_later(exercise, loaded), None
        if look.otherwise is not None:
            findings += self._otherwise(exercise, look.otherwise) or [_requirement(look.checks)]
        elif verdict(look.checks) is not Verdict.PASSED:
            diagnosed = self._diagnose(exercise, started, loaded, look.checks, numbers)
            findings, behaviour = findings + diagnosed.findings, diagnosed.behaviour
        located = self._located(exercise, submission, findings) if self._finds_lines else findings
        return _Judged(look.checks, located, behaviour)

    def _located(self, exercise: Exercise, submission: Submission, findings: list[Finding]) -> list[Finding]:
        """The findings, with the line where a single change mends a wrong formula, if there is one."""
        diagnosis = self._diagnoses.get(exercise.stem)
        first = findings[0] if findings else None
        if first is None or first.line is not None or first.mistake in _NOT_IN_A_FORMULA:
            return findings
        if not isinstance(diagnosis, FunctionDiagnosis):
            return findings
        found = self._repair(exercise, submission, diagnosis, first)
        if found is None:
            return findings
        repair = Repair(line=found.line, before=found.before, after=found.after)
        evidence = first.evidence.model_copy(update={"repair": repair})
        return [first.model_copy(update={"line": found.line, "evidence": evidence}), *findings[1:]]

    def _helped(
        self, exercise: Exercise, started: _Started, findings: list[Finding], earlier: Sequence[Attempt]
    ) -> list[Finding]:
        """The findings; the first one with other help when the attempts before were told the same."""
        diagnosis = self._diagnoses.get(exercise.stem)
        if not earlier or not findings or not isinstance(diagnosis, FunctionDiagnosis):
            return findings
        first = findings[0]
        times = told_in_a_row(earlier, started.submission.sha256, first)
        try:
            other = diagnosis.other_help(first, times, started.run.ask)
        except Exception:  # noqa: BLE001 - help that cannot be given never changes a verdict: the usual words stay
            return findings
        evidence = first.evidence.model_copy(update={"help": other})
        return [first.model_copy(update={"evidence": evidence}), *findings[1:]]

    def _otherwise(self, exercise: Exercise, found: tuple[Call, Answer, Answer]) -> list[Finding]:
        """One question, two answers. There is nothing else to find out about a function that does that."""
        diagnosis = self._diagnosis(exercise)
        call, first, again = found
        return diagnosis.answers_otherwise(call.args, first, again) if isinstance(diagnosis, FunctionDiagnosis) else []

    def _repair(
        self, exercise: Exercise, submission: Submission, diagnosis: FunctionDiagnosis, first: Finding
    ) -> FoundRepair | None:
        examples = diagnosis.examples(self._seed(submission))
        function, outputs, hints = exercise.function or "", len(exercise.outputs), diagnosis.hints(first)
        try:
            return find_repair(self._box, submission.source, function, examples, outputs, hints)
        except Exception:  # noqa: BLE001 - a line that is not found never changes a verdict
            return None

    def _diagnose(
        self,
        exercise: Exercise,
        started: _Started,
        loaded: Loaded,
        checks: Sequence[CheckResult],
        numbers: Mapping[str, float] | None,
    ) -> Diagnosed:
        run = started.run
        for index in range(len(started.recording.calls)):
            answer = run.answer(index)
            if isinstance(answer, Ending):
                passed = sum(check.verdict is Verdict.PASSED for check in checks)
                progress = said("Before that, {passed} of {all} checks had passed.", passed=passed, all=len(checks))
                return Diagnosed([ending_finding(answer, progress)])
        diagnosis = self._diagnosis(exercise)
        if isinstance(diagnosis, BlanksDiagnosis):
            own = _read(run, exercise.outputs)
            found = Diagnosed(diagnosis.given(numbers or {}).diagnose(own, _read(run, exercise.givens)))
        else:
            handed_in = HandedIn(started.submission.source, loaded.definitions, self._example(started))
            found = diagnosis.diagnose(run.ask, self._seed(started.submission), handed_in)
        return found if found.findings else Diagnosed([_requirement(checks)], found.behaviour)

    def _example(self, started: _Started) -> Answer | None:
        """The answer to the statement's example, which a check of that name asks for."""
        for check, (first, last) in started.recording.spans.items():
            if check.split("::")[-1].startswith("test_example") and last > first:
                answer = started.run.answer(first)
                return answer if isinstance(answer, Answer) else None
        return None

    def _diagnosis(self, exercise: Exercise) -> FunctionDiagnosis | BlanksDiagnosis:
        if exercise.stem not in self._diagnoses:
            self._diagnoses[exercise.stem] = self._open_diagnosis(exercise, self._keys[exercise.stem])
        return self._diagnoses[exercise.stem]

    def _open_diagnosis(self, exercise: Exercise, key: Key) -> FunctionDiagnosis | BlanksDiagnosis:
        if exercise.kind == "blanks":
            return BlanksDiagnosis(exercise, key)
        reference = Reference(key.solution, exercise.function or "", len(exercise.outputs), key.mistakes)
        draw_inputs = self._session.drawer(exercise.stem, "draw_inputs")
        if draw_inputs is None:
            raise CourseError([f"{key.checks_path}: has no draw_inputs; write one that draws the arguments of a call"])
        scaled_inputs = self._session.drawer(exercise.stem, "scaled_inputs") or scaled
        return FunctionDiagnosis(exercise, key, open_library(exercise, reference, draw_inputs, scaled_inputs))

    def _stub_fingerprint(self, exercise: Exercise) -> str | None:
        """The fingerprint of the untouched stub, taken where submissions' are taken."""
        if exercise.stem not in self._stubs:
            run = self._box.start(Job(source=exercise.stub, filename=f"{exercise.stem}.py", limits=self._limits))
            loaded = run.loaded()
            run.close()
            if not isinstance(loaded, Loaded):
                return None  # to be asked again: a run that failed says nothing of the stub
            self._stubs[exercise.stem] = loaded.fingerprint
        return self._stubs[exercise.stem]

    def _seed(self, submission: Submission) -> int:
        """Unpredictable without the secret, the same for the same submission with it."""
        return self._hashed("inputs", submission.exercise, submission.sha256)

    def _hashed(self, *parts: str) -> int:
        message = "\n".join((self.course.name, *parts)).encode("utf-8", "backslashreplace")
        return int.from_bytes(hmac.digest(self._secret, message, "sha256")[:6])

    # --- a learner's own numbers ------------------------------------------------------------------------------

    def _numbers(self, exercise: Exercise, started: _Started) -> Mapping[str, float] | None:
        """The learner's own numbers, when the submission works with them; None for the stub's."""
        own = self._own_numbers(exercise, started.submission.learner)
        if own is None or isinstance(started.run.loaded(), Ending):
            return None
        given = _read(started.run, exercise.givens)
        return own if all(as_number(given[name]) == value for name, value in own.items()) else None

    def _own_numbers(self, exercise: Exercise, learner: str | None) -> dict[str, float] | None:
        """Drawn from the learner's id and the secret, and such that every known mistake shows."""
        draw_numbers = self._session.drawer(exercise.stem, "draw_numbers")
        seed = self._variant_seed(exercise, learner)
        if draw_numbers is None or seed is None:
            return None
        diagnosis = self._diagnosis(exercise)
        assert isinstance(diagnosis, BlanksDiagnosis)
        return draw_variant(diagnosis.chain, draw_numbers, seed)

    def _variant_seed(self, exercise: Exercise, learner: str | None) -> int | None:
        return self._hashed("variant", exercise.stem, learner) if learner and exercise.givens else None

    # --- reports ----------------------------------------------------------------------------------------------

    def _declared(self, submission: Submission, first: Verdict) -> list[CheckResult]:
        """Every declared check as not run, the first one with the verdict that kept it from running."""
        checks = self._session.checks[submission.exercise]
        return [
            CheckResult(
                id=check.id,
                sentence=check.sentence,
                verdict=first if number == 0 else Verdict.NOT_RUN,
                max_points=check.points,
            )
            for number, check in enumerate(checks)
        ]

    def _report(
        self,
        submission: Submission,
        checks: Sequence[CheckResult],
        findings: Sequence[Finding],
        started: float,
        variant: int | None = None,
    ) -> Report:
        reached, possible = score(checks)
        return Report(
            course=self.course.name,
            exercise=submission.exercise,
            learner=submission.learner,
            submission=submission.sha256,
            verdict=Verdict.ERROR if stops(findings) and verdict(checks) in _MENDABLE else verdict(checks),
            score=reached,
            max_score=possible,
            checks=tuple(checks),
            findings=tuple(findings),
            isolation=self.isolation,
            timing=Timing(total_ms=round((time.perf_counter() - started) * 1000, 2)),
            grader=self.version,
            variant=variant,
            origin=submission.origin,
            submitted_at=submission.submitted_at,
            notes=submission.notes,
        )

    def _internal(self, submission: Submission, error: Exception, started: float) -> Report:
        """What happened stands at the first check, where a teacher finds it; the learner is told whose fault it is."""
        first, *others = self._declared(submission, Verdict.INTERNAL)
        text = f"{type(error).__name__}: {error}".encode("utf-8", "backslashreplace").decode()
        checks = [first.model_copy(update={"message": text}), *others]
        return self._report(submission, checks, [finding("internal", "D", {})], started)


def _refuse_broken_help(exercises: Mapping[str, Exercise], keys: Mapping[str, Key]) -> None:
    """Loading a course runs nothing of it; what only running the solutions shows is found here."""
    problems = [
        f"checks/{exercise.path.with_suffix('.toml')}: {problem}"
        for stem, exercise in exercises.items()
        for spec in [keys[stem].help]
        if spec is not None
        for problem in problems_with(spec, exercise, keys[stem].solution)
    ]
    if problems:
        raise CourseError(problems)


def _box_for(root: Path) -> Box:
    """The strongest box here, for a course: no child may read its solutions and checks, each may read its data."""
    data = root / "exercises" / "data"
    try:
        return open_box(hidden=(root / "solutions", root / "checks"), data=data if data.is_dir() else None)
    except Exposed as problem:
        raise CourseError([str(problem)]) from None


def _with_note(started: _Started) -> Submission:
    """The submission, with a note when its file needs a module that only the grader lacks."""
    loaded = started.run.loaded()
    note = lacks_module(loaded) if isinstance(loaded, Loaded) else None
    if note is None:
        return started.submission
    return started.submission.model_copy(update={"notes": (*started.submission.notes, note)})


def _is_missing(exercise: Exercise, loaded: Loaded, run: Run) -> bool:
    """Whether the name that the checks call stands for nothing. A callable object is as good as a function."""
    if exercise.function is None or any(item.name == exercise.function for item in loaded.definitions):
        return False
    (answer,) = run.ask([Call(exercise.function, read=True)])
    return isinstance(answer, Answer) and answer.raised is not None


def _read(run: Run, names: Sequence[str]) -> dict[str, Any]:
    answers = run.ask([Call(name, read=True) for name in names]) if names else []
    return {
        name: answer.value if isinstance(answer, Answer) and answer.raised is None else None
        for name, answer in zip(names, answers, strict=True)
    }


def _requirement(checks: Sequence[CheckResult]) -> Finding:
    """For answers that are right wherever the diagnosis looked: the check that does not hold, in its own words."""
    check = next(check for check in checks if check.verdict is not Verdict.PASSED)
    if check.verdict is Verdict.INTERNAL:
        return finding("internal", "D", {})
    only = sum(other.verdict is not Verdict.PASSED for other in checks) == 1
    values = {
        "sentence": said("One requirement does not hold yet: {sentence}", sentence=check.sentence),
        "text": check.message,
        "rest": said("All other checks pass.") if only else "",
    }
    return finding("requirement", "D", values)

"""The nouns of the course and the Report, as frozen values. No I/O, no clock, no randomness.

The Report is the one document that leaves a grading: its JSON form is a promise to users
(`schema` counts its versions), and every face and exporter reads only it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Annotated, Any, Literal

import numpy as np
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

SCHEMA = 1

Level = Literal["A", "B", "C", "D", "E"]


class Verdict(StrEnum):
    """What became of a check or of a whole submission. `internal` is our own fault and costs nobody anything."""

    PASSED = "passed"
    FAILED = "failed"
    ERROR = "error"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    OUTPUT = "output"
    BLOCKED = "blocked"
    NOT_RUN = "not_run"
    INTERNAL = "internal"


def json_value(value: Any) -> Any:
    """Plain data as JSON can carry it: arrays become lists, NaN and infinities the strings of the Report's format.

    Raises TypeError for anything that is not plain data.
    """
    if isinstance(value, np.ndarray | np.generic):
        value = value.tolist()
    if isinstance(value, str):
        # Half of a surrogate pair is no text: JSON's encoding could not carry it.
        return value.encode("utf-8", "backslashreplace").decode()
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        if math.isfinite(value):
            return value
        return "NaN" if math.isnan(value) else ("Infinity" if value > 0 else "-Infinity")
    if isinstance(value, list | tuple):
        return [json_value(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): json_value(item) for key, item in value.items()}
    if isinstance(value, complex):
        return str(value)
    raise TypeError(f"not plain data: {type(value).__name__}")


JsonData = Annotated[Any, BeforeValidator(json_value)]


class Value(BaseModel):
    """Base of every noun: frozen, and strict about unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


# --- the course -----------------------------------------------------------------------------------------------


class Exercise(Value):
    """One exercise: what a learner is asked for and where its three mirrored files are.

    kind "function": the learner writes `function(*parameters)` that returns `outputs`;
    kind "blanks": the learner assigns a value to each name in `outputs`.
    """

    stem: str
    lesson: str
    kind: Literal["function", "blanks"]
    title: str
    statement: str
    stub: str
    function: str | None = None
    parameters: tuple[str, ...] = ()
    outputs: tuple[str, ...]
    givens: tuple[str, ...] = ()
    """kind "blanks": the names at the top of the stub that hold the numbers to work with"""
    choices: Mapping[str, tuple[str, ...]] = {}
    """kind "blanks": the words offered for the blanks that are filled with one of them"""
    free: tuple[str, ...] = ()
    """kind "blanks": the numbers that a learner decides on; every other one follows from the ones above it"""
    hints: tuple[str, str, str]
    path: PurePosixPath
    """relative to exercises/ and solutions/, e.g. downhill/gradient_step.py"""
    version: str
    """hash of everything that can change a grade: stub, solution, checks, mistakes"""


class Lesson(Value):
    stem: str
    title: str
    exercises: tuple[Exercise, ...]


class Course(Value):
    name: str
    title: str
    lessons: tuple[Lesson, ...]
    language: str = "en"
    """what messages are told in unless somebody asks for another"""
    cpu_s: float = 2.0
    memory_mb: int = 512
    output_kb: int = 1024

    @property
    def exercises(self) -> dict[str, Exercise]:
        """Every exercise by its stem, in course order."""
        return {exercise.stem: exercise for lesson in self.lessons for exercise in lesson.exercises}


# --- a submission ---------------------------------------------------------------------------------------------


class Submission(Value):
    """What a learner handed in for one exercise.

    `problem` is set instead of a usable `source` when the file could not be read as Python text; such a submission
    still gets a report, so that nothing is lost.
    """

    exercise: str
    learner: str | None
    source: str
    sha256: str
    """of the bytes that were handed in"""
    origin: str
    """where it came from, as people would say it: a path, or archive.zip/path"""
    submitted_at: datetime | None = None
    problem: str | None = None
    notes: tuple[str, ...] = ()
    """things worth telling about how it was read, e.g. that notebook magics were left out"""


class Attempt(Value):
    """What became of one try at an exercise. level and mistakes are the first finding's; a passed one has none."""

    course: str
    exercise: str
    learner: str | None = None
    submission: str
    """sha256 of what was handed in"""
    at: datetime
    verdict: Verdict
    level: Level | None = None
    mistakes: tuple[str, ...] = ()


# --- the report -----------------------------------------------------------------------------------------------


class CheckResult(Value):
    id: str
    sentence: str
    verdict: Verdict = Verdict.NOT_RUN
    points: float = 0.0
    max_points: float
    message: str = ""


class Series(Value):
    """One line or set of marks of a picture; x and y have the same length."""

    label: str
    role: Literal["curve", "start", "yours", "right", "limit"]
    x: tuple[JsonData, ...]
    y: tuple[JsonData, ...]


class Picture(Value):
    """A picture as data: renderers draw it, and the same numbers stand in a table beside it.

    valley: loss over one weight, with marks for the start, the learner's step and the right step;
    curves: something over steps, one series a run; bars: one bar for each example, with level lines.
    `alt` says in words what the picture shows.
    """

    kind: Literal["valley", "curves", "bars"]
    title: str
    x_label: str
    y_label: str
    series: tuple[Series, ...]
    alt: str


class Said(Value):
    """A sentence as data: its English template with {names}, and what stands for them.

    Whoever shows it may say the template in another language first (grader/language.py).
    """

    template: str
    values: Mapping[str, str | Said] = {}


class Words(Value):
    """What the texts of a finding are made of: sentences, in their order."""

    headline: tuple[Said, ...]
    message: tuple[Said, ...]
    question: tuple[Said, ...]


class Repair(Value):
    """One change of the learner's own program that makes every answer right; it was run. For teachers' eyes."""

    line: int
    before: str
    after: str


class Help(Value):
    """Other help for a fault that was told before: shown in place of the finding's message and question.

    smaller: a call small enough to work out by hand; twin: other numbers, worked through line by line.
    """

    kind: Literal["smaller", "twin"]
    lines: tuple[str, ...]
    question: str
    words: Words | None = None


class Evidence(Value):
    """The numbers behind a finding: for these inputs the learner gave `yours`, and the named mistake gives `named`."""

    inputs: JsonData = None
    yours: JsonData = None
    named: JsonData = None
    picture: Picture | None = None
    repair: Repair | None = None
    right: tuple[str, ...] = ()
    """outputs that are right on every input"""
    carried: tuple[str, ...] = ()
    """outputs that are right for the learner's own earlier ones: a slip costs once"""
    words: Words | None = None
    help: Help | None = None


class Finding(Value):
    """One thing to tell. `mistake` is None at levels D and E, which name no cause."""

    mistake: str | tuple[str, ...] | None
    level: Level
    line: int | None = None
    headline: str
    message: str
    question: str | None = None
    evidence: Evidence = Evidence()


class Behaviour(Value):
    """What a wrong submission answers to the exercise's probes, the same for everyone: its face among others.

    probes: names the inputs that were asked; answers of different probes cannot be compared. answers: one for each
    probe, as JSON carries them; an exception is {"raised": its type}.
    """

    probes: str
    answers: tuple[JsonData, ...]


class IsolationReport(Value):
    """What kept learner code away from the rest of the machine, as canaries found it (grader/box/probing.py)."""

    level: Literal["sealed", "confined", "partial", "none"]
    layers: tuple[str, ...] = ()
    note: str = ""
    probes: int = 0
    """things tried from inside a learner's process"""
    blocked: int = 0
    """how many of them were refused"""
    open: tuple[str, ...] = ()
    """the names of the others"""
    kernel: str = ""
    landlock_abi: int | None = None
    trusted: bool = False
    """a teacher said that this code may run although it is not confined"""

    @property
    def suffices(self) -> bool:
        """Whether strangers' code may be graded: it is confined, or somebody answers for it."""
        return self.level in ("sealed", "confined") or self.trusted


class Timing(Value):
    total_ms: float


class Report(Value):
    """Everything that came of grading one submission. `findings[0]` is the one a learner sees."""

    schema_: int = Field(default=SCHEMA, alias="schema", serialization_alias="schema")
    course: str
    exercise: str
    learner: str | None
    submission: str
    verdict: Verdict
    score: float
    max_score: float
    checks: tuple[CheckResult, ...]
    findings: tuple[Finding, ...] = ()
    isolation: IsolationReport
    timing: Timing
    grader: str
    variant: int | None = None
    origin: str = ""
    submitted_at: datetime | None = None
    notes: tuple[str, ...] = ()
    behaviour: Behaviour | None = None
    """of a submission that was diagnosed by its answers"""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    def overview(self) -> Report:
        """The report without checks, evidence and further findings: what a page about thousands of them needs."""
        first = [
            finding.model_copy(update={"evidence": Evidence(words=finding.evidence.words)})
            for finding in self.findings[:1]
        ]
        # Without a finding, a check's message is all there is to say about a failure.
        checks = () if first or self.verdict is Verdict.PASSED else self.checks
        return self.model_copy(update={"checks": checks, "findings": tuple(first)})

    def to_json(self) -> str:
        """One line of JSON, without characters that steer a terminal or that some readers take for a line's end."""
        text = self.model_dump_json(by_alias=True)
        if text.isprintable():
            return text
        # Only inside strings is JSON more than ASCII, so an escape says the same.
        return "".join(char if char.isprintable() else json.dumps(char)[1:-1] for char in text)

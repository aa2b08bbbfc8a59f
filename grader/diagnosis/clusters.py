"""What is not known yet: wrong submissions that no mistake explains, put together by how they behave.

Submissions are one cluster when they give the same answers to the same probes. Only a teacher can say what that is; the
name that is given to a cluster is laid over its reports when they are read, and never written into them.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from grader.diagnosis.mistakes import Headline, Message, MistakeId, Question
from grader.diagnosis.values import ATOL, RTOL, Vector, as_number, near
from grader.model import Evidence, Finding, JsonData, Report, Value, Verdict

_DIGITS = 6
"""of an answer in the id of its cluster; far more than what rounding changes in two runs"""
_EXACT = 17
_LETTERS = 8
_ODD = 1.0471975511965976
"""Answers with few decimals lie right between two roundings now and then; those times this never do."""

Form = tuple[Any, ...]
Numbers = tuple[float, ...]


def is_unnamed(report: Report) -> bool:
    """Whether a report tells a learner that something is wrong and names no cause."""
    if report.verdict not in (Verdict.FAILED, Verdict.ERROR) or not report.findings:
        return False
    return report.findings[0].mistake is None and report.findings[0].level in ("D", "E")


def is_undiagnosed(report: Report) -> bool:
    """Whether a report can belong to a cluster: no cause is named, and it is known how the submission behaves."""
    return report.behaviour is not None and is_unnamed(report)


class Face(Value):
    """How a submission behaves: which probes were asked, and what it answered to each.

    unmet: the checks that fail although every probe is answered right. There the answers say nothing about the fault.
    """

    course: str
    exercise: str
    probes: str
    answers: tuple[JsonData, ...]
    unmet: tuple[str, ...] = ()

    @cached_property
    def _parts(self) -> tuple[Form, Numbers]:
        numbers: list[float] = []
        form = _form(list(self.answers), numbers)
        return (self.course, self.exercise, self.probes, self.unmet, form), tuple(numbers)

    @property
    def form(self) -> Form:
        """All that has to be equal: what was asked, shapes, texts, exceptions, and where a number is not finite."""
        return self._parts[0]

    @property
    def numbers(self) -> Numbers:
        """All that has to agree, in one line."""
        return self._parts[1]


def _form(value: Any, numbers: list[float]) -> Form:
    """The value with a gap for each of its numbers, which are added to `numbers`."""
    if isinstance(value, list | tuple):
        return ("list", *(_form(item, numbers) for item in value))
    if isinstance(value, Mapping):
        return ("dict", *((key, _form(value[key], numbers)) for key in sorted(value)))
    number = as_number(value)
    if number is None:
        return (type(value).__name__, value)
    numbers.append(number + 0.0)  # there is no minus zero
    return ("number",)


def face_of(report: Report) -> Face:
    """How an undiagnosed submission behaves. Raises ValueError for a report without behaviour."""
    if report.behaviour is None:
        raise ValueError("this report says nothing about how the submission behaves")
    return Face.model_construct(  # all of it has been looked at already, and a class has many reports
        course=report.course,
        exercise=report.exercise,
        probes=report.behaviour.probes,
        answers=report.behaviour.answers,
        unmet=_unmet(report),
    )


def _unmet(report: Report) -> tuple[str, ...]:
    # A finding about an answer shows it; one about a requirement has no numbers to show.
    if report.findings[0].evidence.yours is not None:
        return ()
    return tuple(sorted(check.id for check in report.checks if check.verdict is not Verdict.PASSED))


# --- names ----------------------------------------------------------------------------------------------------


class Name(Value):
    """What a teacher says of a cluster. `face` is how its first member behaves."""

    cluster: str
    face: Face
    mistake: MistakeId
    headline: Headline
    message: Message
    question: Question
    named_at: datetime
    named_by: str | None = None


class Names:
    """Names, to be found by the behaviour of a submission."""

    def __init__(self, names: Iterable[Name] = ()) -> None:
        self.all = tuple(sorted(names, key=lambda name: name.cluster))
        self._by_form: defaultdict[Form, list[tuple[Vector, Name]]] = defaultdict(list)
        for name in self.all:
            self._by_form[name.face.form].append((np.array(name.face.numbers), name))

    def of(self, face: Face) -> Name | None:
        """The name of the cluster that this behaviour belongs to."""
        known = self._by_form.get(face.form, ())
        own = np.array(face.numbers)
        return next((name for numbers, name in known if near(own, numbers).all()), None)

    def laid_over(self, report: Report) -> Report:
        """The report with its cluster's name as the first finding; the report itself when it has none."""
        if not self._by_form or not is_undiagnosed(report):
            return report
        name = self.of(face_of(report))
        if name is None:
            return report
        return report.model_copy(update={"findings": (_finding(name, report.findings[0]), *report.findings)})


def _finding(name: Name, told: Finding) -> Finding:
    """Level B: the same answers to the same probes is all that is known (docs/decisions/012)."""
    return Finding(
        mistake=name.mistake,
        level="B",
        line=told.line,
        headline=name.headline,
        message=name.message,
        question=name.question,
        # A teacher's words are said as they are; those of the former finding are not theirs in any language.
        evidence=told.evidence.model_copy(update={"words": None}),
    )


# --- clusters -------------------------------------------------------------------------------------------------


class Member(NamedTuple):
    learner: str | None
    origin: str
    submission: str

    @property
    def who(self) -> tuple[bool, str]:
        """Somebody without a name is known by the place of the file only."""
        return (True, self.origin) if self.learner is None else (False, self.learner)


@dataclass(frozen=True)
class Cluster:
    """Submissions that behave alike. `told`: what one of them is told so far; None when there is no member."""

    id: str
    face: Face
    members: tuple[Member, ...]
    told: Finding | None
    name: Name | None = None

    @property
    def learners(self) -> int:
        return len({member.who for member in self.members})


@dataclass(frozen=True)
class Survey:
    """A class sorted by what is not known. Both lists begin with the biggest."""

    clusters: tuple[Cluster, ...]
    named: tuple[Cluster, ...]
    mute: int
    """submissions without a named cause whose behaviour is not known, so that they cannot be compared"""

    @property
    def undiagnosed(self) -> int:
        return sum(len(cluster.members) for cluster in self.clusters)


class _Crowd:
    """Everybody with one and the same face, or, gathered, with faces that agree."""

    def __init__(self, face: Face) -> None:
        self.face = face
        self.members: list[Member] = []
        self.told: tuple[str, Finding] | None = None

    def add(self, report: Report, face: Face) -> None:
        self.members.append(Member(report.learner, report.origin, report.submission))
        # All of one submission, so that it never depends on the order in which reports come.
        if self.told is None or report.submission < self.told[0]:
            self.told = (report.submission, _without_pictures(report.findings[0]))
            self.face = face

    def join(self, other: _Crowd) -> None:
        self.members += other.members
        self.told = min((one for one in (self.told, other.told) if one), key=lambda one: one[0], default=None)

    def cluster(self, name: str, given: Name | None = None) -> Cluster:
        members = tuple(sorted(self.members, key=lambda member: (member.who, member.origin, member.submission)))
        return Cluster(name, self.face, members, self.told[1] if self.told else None, given)


def _without_pictures(finding: Finding) -> Finding:
    """Of a large class one finding for every way to answer is kept: nobody looks at that many pictures."""
    shown = Evidence(inputs=finding.evidence.inputs, yours=finding.evidence.yours)
    return finding.model_copy(update={"evidence": shown})


def survey(reports: Iterable[Report], names: Names | None = None) -> Survey:
    """What is not known in a class, and what has been named. `reports` are as they are stored, without names.

    The result is the same for every order of the reports.
    """
    names = names or Names()
    named = {name.cluster: _Crowd(name.face) for name in names.all}
    faces: defaultdict[Form, dict[Numbers, _Crowd]] = defaultdict(dict)
    mute = 0
    for report in reports:
        if is_undiagnosed(report):
            face = face_of(report)
            name = names.of(face)
            crowd = named[name.cluster] if name else faces[face.form].setdefault(face.numbers, _Crowd(face))
            crowd.add(report, face)
        else:
            mute += is_unnamed(report)
    crowds = [crowd for same_form in faces.values() for crowd in _gathered(list(same_form.values()))]
    return Survey(
        clusters=_biggest_first(crowd.cluster(name) for name, crowd in _with_ids(crowds, taken=named)),
        named=_biggest_first(named[name.cluster].cluster(name.cluster, name) for name in names.all),
        mute=mute,
    )


def _biggest_first(clusters: Iterable[Cluster]) -> tuple[Cluster, ...]:
    return tuple(sorted(clusters, key=lambda cluster: (-len(cluster.members), cluster.id)))


def _gathered(crowds: Sequence[_Crowd]) -> Iterator[_Crowd]:
    """Crowds of one form, those that agree made one."""
    for places in alike(np.array([crowd.face.numbers for crowd in crowds])):
        first = crowds[places[0]]
        for place in places[1:]:
            first.join(crowds[place])
        yield first


# --- what agrees ----------------------------------------------------------------------------------------------


def alike(points: NDArray[np.float64]) -> Iterator[list[int]]:
    """The rows in groups, each of which agrees with the first of its group (not only with a neighbour).

    Nothing is rounded here, so there is no boundary that could part two rows which agree.
    """
    apart = _apart(points)
    order = np.argsort(apart, kind="stable")
    ends = np.flatnonzero(np.diff(apart[order])) + 1
    for rows in np.split(order, ends):
        if len(rows) == 1 or not points.shape[1]:
            yield rows.tolist()
        else:
            yield from _around_the_first(points, rows)


def _apart(points: NDArray[np.float64]) -> NDArray[np.int64]:
    """A number for each row; rows with different ones agree with nobody of each other's.

    Where two neighbours in one sorted column do not agree, nobody below agrees with anybody above.
    """
    numbers = np.zeros(len(points), dtype=np.int64)
    for column in points.T:
        order = np.lexsort((column, numbers))
        parted = ~near(column[order][1:], column[order][:-1]) | (np.diff(numbers[order]) != 0)
        numbers[order] = np.concatenate([[0], np.cumsum(parted)])
    return numbers


def _around_the_first(points: NDArray[np.float64], rows: NDArray[np.int64]) -> Iterator[list[int]]:
    """Each row goes to the first one that it agrees with and that is not with another itself."""
    widest = _widest(points[rows])
    # All columns decide on the order, so that it never is the order in which the rows came.
    rows = rows[np.lexsort((*points[rows].T, points[rows, widest]))]
    column = points[rows, widest]
    free = np.ones(len(rows), dtype=bool)
    for place, value in enumerate(column.tolist()):
        if free[place]:
            # Not the tolerance itself, only where looking can end.
            end = int(np.searchsorted(column, value + 3 * (RTOL * abs(value) + ATOL), side="right"))
            near_by = place + np.flatnonzero(free[place:end])
            joining = near_by[near(points[rows[near_by]], points[rows[place]]).all(axis=1)]
            free[joining] = False
            yield rows[joining].tolist()


def _widest(points: NDArray[np.float64]) -> int:
    """The column in which the rows lie farthest apart, measured by what still agrees."""
    with np.errstate(all="ignore"):
        spread = (points.max(axis=0) - points.min(axis=0)) / (RTOL * np.abs(points).max(axis=0) + ATOL)
    return int(np.argmax(spread))


# --- ids ------------------------------------------------------------------------------------------------------


def _with_ids(crowds: Sequence[_Crowd], taken: Collection[str]) -> Iterator[tuple[str, _Crowd]]:
    """Short ids that come from what is in a cluster, so that they are the same in every run."""
    given = set(taken)
    for crowd in sorted(crowds, key=lambda crowd: (repr(crowd.face.form), crowd.face.numbers)):
        name = next(name for name in _ids(crowd.face) if name not in given)
        given.add(name)
        yield name, crowd


def _ids(face: Face) -> Iterator[str]:
    """Of two clusters whose answers round to the same digits, the second one shows more of them."""
    yield _id(face, _DIGITS, _LETTERS)
    letters = _LETTERS
    while True:
        yield _id(face, _EXACT, letters)
        letters += 1


def _id(face: Face, digits: int, letters: int) -> str:
    # What lies within the tolerance of 0 has no digits of its own.
    rounded = [f"{0.0 if abs(number) <= ATOL else _ODD * number:.{digits}g}" for number in face.numbers]
    text = json.dumps([repr(face.form), rounded])
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{face.exercise.replace('_', '-')}-{digest[:letters]}"

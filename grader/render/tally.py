"""A class in numbers: who passed what, which mistakes were made and by how many, what went wrong."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from grader.language import ENGLISH, Language
from grader.model import Report, Verdict
from grader.render.words import mistake_ids, mistake_label

# A submission without a learner is a row of its own, told apart by where it came from.
Who = tuple[str | None, str]

JUDGED = frozenset({Verdict.PASSED, Verdict.FAILED})


def who(report: Report) -> Who:
    return (report.learner, "" if report.learner is not None else report.origin or report.submission)


def best(reports: Iterable[Report]) -> Report:
    """The report that counts in a table: the highest score, and of equals the last one that is not our fault."""
    return max(enumerate(reports), key=lambda pair: (*_worth(pair[1]), pair[0]))[1]


def _worth(report: Report) -> tuple[float, bool, bool]:
    return (report.score, _passed(report), report.verdict is not Verdict.INTERNAL)


def _passed(report: Report) -> bool:
    return report.verdict is Verdict.PASSED


@dataclass(frozen=True)
class ExerciseTally:
    """How many learners stand where in one exercise, each by their best report."""

    stem: str
    passed: int
    not_yet: int
    stopped: int

    @property
    def learners(self) -> int:
        return self.passed + self.not_yet + self.stopped


@dataclass
class MistakeTally:
    """One mistake of one exercise; `ids` is empty where no known mistake matched."""

    exercise: str
    ids: tuple[str, ...]
    label: str
    headlines: Counter[str] = field(default_factory=Counter)
    people: dict[Who, None] = field(default_factory=dict)
    submissions: int = 0

    @property
    def headline(self) -> str:
        return self.headlines.most_common(1)[0][0]


@dataclass(frozen=True)
class LearnerRow:
    who: Who
    attempts: Mapping[str, Sequence[Report]]

    @cached_property
    def best(self) -> dict[str, Report]:
        return {stem: best(reports) for stem, reports in self.attempts.items()}

    @property
    def passed(self) -> int:
        return sum(map(_passed, self.best.values()))

    @property
    def score(self) -> float:
        return sum(report.score for report in self.best.values())


@dataclass(frozen=True)
class Tally:
    reports: tuple[Report, ...]
    exercises: tuple[ExerciseTally, ...]
    rows: tuple[LearnerRow, ...]
    mistakes: tuple[MistakeTally, ...]
    """named ones by number of learners, then what no known mistake explains"""
    problems: tuple[Report, ...]
    """whatever was stopped, blocked, not read or not run"""
    max_score: float

    @property
    def passed(self) -> int:
        return sum(map(_passed, self.reports))


def tally(reports: Iterable[Report], titles: Mapping[str, str] | None = None, language: Language = ENGLISH) -> Tally:
    """Count a class once; exercises stand in the order of `titles`, the course's order."""
    kept = tuple(reports)
    rows = _rows(kept)
    stems = _stems(kept, titles or {})
    most: dict[str, float] = defaultdict(float)
    for report in kept:
        most[report.exercise] = max(most[report.exercise], report.max_score)
    return Tally(
        reports=kept,
        exercises=tuple(_exercise(stem, rows) for stem in stems),
        rows=rows,
        mistakes=_mistakes(kept, language),
        problems=tuple(report for report in kept if report.verdict not in JUDGED),
        max_score=sum(most.values()),
    )


def _stems(reports: Sequence[Report], titles: Mapping[str, str]) -> list[str]:
    present = dict.fromkeys(report.exercise for report in reports)
    return [stem for stem in titles if stem in present] + [stem for stem in present if stem not in titles]


def _rows(reports: Sequence[Report]) -> tuple[LearnerRow, ...]:
    attempts: dict[Who, dict[str, list[Report]]] = {}
    for report in reports:
        attempts.setdefault(who(report), {}).setdefault(report.exercise, []).append(report)
    named_first = sorted(attempts, key=lambda one: (one[0] is None, (one[0] or "").casefold(), one))
    return tuple(LearnerRow(one, attempts[one]) for one in named_first)


def _exercise(stem: str, rows: Sequence[LearnerRow]) -> ExerciseTally:
    verdicts = Counter(row.best[stem].verdict for row in rows if stem in row.attempts)
    stopped = sum(number for verdict, number in verdicts.items() if verdict not in JUDGED)
    return ExerciseTally(stem, verdicts[Verdict.PASSED], verdicts[Verdict.FAILED], stopped)


def _mistakes(reports: Sequence[Report], language: Language) -> tuple[MistakeTally, ...]:
    found: dict[tuple[str, tuple[str, ...], str], MistakeTally] = {}
    for report in reports:
        if not report.findings or report.verdict is Verdict.PASSED:
            continue
        finding = report.findings[0]
        label = mistake_label(finding, language)
        key = (report.exercise, tuple(sorted(mistake_ids(finding))), "or" if finding.level == "B" else "+")
        one = found.setdefault(key if key[1] else (*key[:2], ""), MistakeTally(report.exercise, key[1], label))
        one.headlines[finding.headline] += 1
        one.people[who(report)] = None
        one.submissions += 1
    return tuple(sorted(found.values(), key=lambda one: (not one.ids, -len(one.people), one.exercise)))


def slowest(reports: Iterable[Report], most: int = 3) -> list[Report]:
    return sorted(reports, key=lambda report: -report.timing.total_ms)[:most]

"""Whether messages help: what the next attempt did about the fault that was told.

A log holds one entry an attempt; this module reads nothing and writes nothing.
"""

from __future__ import annotations

import hashlib
import hmac
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum
from typing import Literal

from pydantic import ConfigDict, Field

from grader.model import Attempt, Behaviour, Finding, Report, Verdict
from grader.render.words import mistake_ids

SCHEMA: Literal[1] = 1
_DIGITS = 16
_Z95 = 1.959964


class Entry(Attempt):
    """One line of a log. learner: a pseudonym, or None where nobody knows; headline, help: what was told, and how."""

    schema_: Literal[1] = Field(default=SCHEMA, alias="schema", serialization_alias="schema")
    headline: str = ""
    help: Literal["usual", "smaller", "twin"] = "usual"
    behaviour: Behaviour | None = None

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


def attempt_of(report: Report, at: datetime) -> Attempt:
    """What is worth remembering of a report."""
    return Attempt.model_validate(_attempt(report, report.learner, at))


def entry_of(report: Report, learner: str | None, at: datetime) -> Entry:
    """A report as a line of a log, under a pseudonym."""
    found = _told(report)
    said = {}
    if found is not None:
        other = found.evidence.help
        said = {"headline": found.headline, "help": other.kind if other else "usual"}
    return Entry.model_validate(_attempt(report, learner, at) | said | {"behaviour": report.behaviour})


def pseudonym(secret: bytes, course: str, learner: str) -> str:
    """What stands for a learner in a log: the same in every exercise, and no name without the secret."""
    message = "\n".join(("log", course, learner)).encode("utf-8", "backslashreplace")
    return hmac.digest(secret, message, hashlib.sha256).hex()[:_DIGITS]


def _told(report: Report) -> Finding | None:
    return report.findings[0] if report.findings and report.verdict is not Verdict.PASSED else None


def _attempt(report: Report, learner: str | None, at: datetime) -> dict[str, object]:
    found = _told(report)
    return {
        "course": report.course,
        "exercise": report.exercise,
        "learner": learner,
        "submission": report.submission,
        "at": at,
        "verdict": report.verdict,
        "level": found.level if found else None,
        "mistakes": mistake_ids(found) if found else (),
    }


# --- what came of it ------------------------------------------------------------------------------------------


class Outcome(Enum):
    """What the next attempt did about one fault that was told."""

    REMOVED = "removed"
    """and nothing new came; a passed attempt has removed everything"""
    REPLACED = "replaced"
    """it is gone, and something else is wrong that was not told before"""
    AGAIN = "again"
    GAVE_UP = "gave_up"
    """there is no next attempt"""


@dataclass(frozen=True)
class Efficacy:
    """How one message did. headline: as it was told last."""

    exercise: str
    mistake: str
    headline: str
    counts: Mapping[Outcome, int]

    @property
    def told(self) -> int:
        return sum(self.counts.values())

    @property
    def followed(self) -> int:
        """How often there was a next attempt."""
        return self.told - self.counts[Outcome.GAVE_UP]

    @property
    def removed(self) -> int:
        return self.counts[Outcome.REMOVED]

    @property
    def share(self) -> float | None:
        """Of the next attempts, those that removed the fault and brought nothing new."""
        return self.removed / self.followed if self.followed else None

    @property
    def interval(self) -> tuple[float, float]:
        return wilson(self.removed, self.followed)


@dataclass
class _Count:
    headline: str = ""
    counts: dict[Outcome, int] = field(default_factory=lambda: dict.fromkeys(Outcome, 0))


def efficacy(entries: Iterable[Entry]) -> list[Efficacy]:
    """Every message that named a mistake, those that help least first: by the upper end of the share's interval.

    Entries may come in any order, and more than once; of a program that was handed in again the first time counts.
    Those without a learner are left out, since nobody knows which attempt is next.
    """
    found: dict[tuple[str, str], _Count] = defaultdict(_Count)
    for attempts in _by_learner(entries):
        for now, then in zip(attempts, [*attempts[1:], None], strict=True):
            for fault in faults(now):
                count = found[now.exercise, fault]
                count.headline = now.headline or count.headline
                count.counts[outcome(fault, now, then)] += 1
    rows = (Efficacy(exercise, fault, one.headline, one.counts) for (exercise, fault), one in found.items())
    return sorted(rows, key=lambda row: (row.interval[1], -row.followed, row.exercise, row.mistake))


def outcome(fault: str, now: Attempt, then: Attempt | None) -> Outcome:
    """What `then` did about a fault that `now` was told of."""
    if then is None:
        return Outcome.GAVE_UP
    if then.verdict is Verdict.PASSED:
        return Outcome.REMOVED
    after = faults(then)
    if fault in after:
        return Outcome.AGAIN
    # Without a name, something else is wrong: that it was there before cannot be known.
    return Outcome.REMOVED if after and set(after) < set(faults(now)) else Outcome.REPLACED


def faults(attempt: Attempt) -> tuple[str, ...]:
    """What was told of an attempt: each of its mistakes, or all as one where nobody can tell which it is."""
    if attempt.level == "B" and attempt.mistakes:
        return (" or ".join(attempt.mistakes),)
    return attempt.mistakes


def _by_learner(entries: Iterable[Entry]) -> Iterator[Sequence[Entry]]:
    """The different programs of each learner for each exercise, oldest first."""
    sorted_out: dict[tuple[str, str, str], dict[str, Entry]] = defaultdict(dict)
    for entry in sorted(entries, key=lambda one: _moment(one.at)):
        if entry.learner is not None and entry.verdict is not Verdict.INTERNAL:
            attempts = sorted_out[entry.course, entry.exercise, entry.learner]
            attempts.setdefault(entry.submission, entry)
    for attempts in sorted_out.values():
        yield list(attempts.values())


def _moment(at: datetime) -> datetime:
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def wilson(hits: int, total: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson's): honest also for few trials, and from 0 to 1 for none."""
    if total == 0:
        return 0.0, 1.0
    share, square = hits / total, _Z95**2
    middle = (share + square / (2 * total)) / (1 + square / total)
    half = _Z95 / (1 + square / total) * math.sqrt(share * (1 - share) / total + square / (4 * total**2))
    return max(0.0, middle - half), min(1.0, middle + half)

"""What an author writes about one mistake: where it differs from the solution, and what to tell the learner."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, model_validator

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_FORBIDDEN = re.compile(r"\b(just|simply|obviously)\b", re.IGNORECASE)
MAX_HEADLINE_WORDS = 25
MAX_MESSAGE_WORDS = 120


def _kebab(text: str) -> str:
    if not _ID.fullmatch(text):
        raise ValueError(f"{text!r} is not kebab-case; write it like forgot-the-mean")
    return text


def plain(text: str) -> str:
    """The text, which must not tell a stuck learner that it is easy. Raises ValueError when it does."""
    found = _FORBIDDEN.search(text)
    if found:
        raise ValueError(f"says {found.group()!r}, which tells a stuck learner that it is easy; leave it out")
    return text.strip()


def _said(what: str, most: int) -> AfterValidator:
    """There is a text, and it has fewer than `most` words."""

    def check(text: str) -> str:
        words = len(text.split())
        if words == 0:
            raise ValueError(f"{what} is empty; say something")
        if words >= most:
            raise ValueError(f"{what} has {words} words; say it in fewer than {most}")
        return plain(text)

    return AfterValidator(check)


MistakeId = Annotated[str, AfterValidator(_kebab)]
Headline = Annotated[str, _said("headline", MAX_HEADLINE_WORDS)]
Message = Annotated[str, _said("message", MAX_MESSAGE_WORDS)]
Question = Annotated[str, _said("question", MAX_HEADLINE_WORDS)]


class EditSpec(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    solution: str
    instead: str


class Mistake(BaseModel):
    """One `[[mistake]]` of checks/<lesson>/<stem>.toml.

    The mistake is either one edit of the solution (`solution`, `instead`), several made together (`edits`), or, for
    exercises whose answers are choices and numbers, a condition on the answers (`when`). The same id may be
    declared several times, once for each way of making it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: MistakeId
    solution: str | None = None
    instead: str | None = None
    edits: tuple[EditSpec, ...] = ()
    when: str | None = None
    # changes the answer so little (rounding, cutting decimals) that the probes cannot keep it far from its neighbours
    coarse: bool = False
    # a slip of the pen: named only when no misconception gives the same answer
    slip: bool = False
    # seldom made: looked for by itself, never beside another mistake, so that the library does not grow without need
    alone: bool = False
    headline: Headline
    message: Message
    question: Question

    @model_validator(mode="after")
    def _one_form(self) -> Mistake:
        single = self.solution is not None and self.instead is not None
        if (self.solution is None) != (self.instead is None):
            raise ValueError("has only one of solution and instead; write both")
        if sum((single, bool(self.edits), self.when is not None)) != 1:
            raise ValueError("needs exactly one of: solution with instead, edits, when")
        return self

    @property
    def all_edits(self) -> tuple[EditSpec, ...]:
        if self.solution is not None and self.instead is not None:
            return (EditSpec(solution=self.solution, instead=self.instead),)
        return self.edits

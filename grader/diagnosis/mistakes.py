"""What an author writes about one mistake: where it differs from the solution, and what to tell the learner."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

_ID = re.compile(r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")
_FORBIDDEN = re.compile(r"\b(just|simply|obviously)\b", re.IGNORECASE)
MAX_HEADLINE_WORDS = 25
MAX_MESSAGE_WORDS = 120


def _kebab(text: str) -> str:
    if not _ID.match(text):
        raise ValueError(f"{text!r} is not kebab-case; write it like forgot-the-mean")
    return text


def plain(text: str) -> str:
    """The text, which must not tell a stuck learner that it is easy. Raises ValueError when it does."""
    found = _FORBIDDEN.search(text)
    if found:
        raise ValueError(f"says {found.group()!r}, which tells a stuck learner that it is easy; leave it out")
    return text.strip()


def _headline(text: str) -> str:
    if len(text.split()) >= MAX_HEADLINE_WORDS:
        raise ValueError(f"headline has {len(text.split())} words; say it in fewer than {MAX_HEADLINE_WORDS}")
    return plain(text)


def _message(text: str) -> str:
    if len(text.split()) >= MAX_MESSAGE_WORDS:
        raise ValueError(f"message has {len(text.split())} words; say it in fewer than {MAX_MESSAGE_WORDS}")
    return plain(text)


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

    id: Annotated[str, AfterValidator(_kebab)]
    solution: str | None = None
    instead: str | None = None
    edits: tuple[EditSpec, ...] = ()
    when: str | None = None
    # changes the answer so little (rounding, cutting decimals) that the probes cannot keep it far from its neighbours
    coarse: bool = False
    # a slip of the pen: named only when no misconception gives the same answer
    slip: bool = False
    headline: Annotated[str, AfterValidator(_headline)]
    message: Annotated[str, AfterValidator(_message)]
    question: Annotated[str, AfterValidator(_headline)] = Field(min_length=1)

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

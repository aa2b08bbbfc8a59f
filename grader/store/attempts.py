"""What a learner has tried: attempts.db in the state folder of an account."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from pydantic import ValidationError
from sqlalchemy import Column, ColumnElement, Index, Integer, MetaData, Table, Text, and_, insert, literal, select

from grader.model import Attempt
from grader.store import database
from grader.store.problems import StoreError, explained
from grader.store.state import STATE, make_folder

FILE = "attempts.db"

_metadata = MetaData()
_attempts = Table(
    "attempts",
    _metadata,
    # in the order in which they came: clocks are set back now and then
    Column("id", Integer, primary_key=True),
    Column("course", Text, nullable=False),
    Column("exercise", Text, nullable=False),
    # NULL: whoever uses this account
    Column("learner", Text),
    Column("submission", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("level", Text),
    Column("mistakes", Text, nullable=False),
    Index("attempts_of", "course", "exercise", "learner", "id"),
)
_LAYOUT = database.Layout(_metadata, 1, STATE)
_FIELDS = [column for column in _attempts.c if column.name != "id"]
# What makes an attempt another one than the last: the program, or what became of it.
_TELLING = ("submission", "verdict", "level", "mistakes")


class AttemptStore:
    """The attempts kept in a folder, which is made when missing. Every failure is a StoreError."""

    def __init__(self, folder: Path, *, connect: database.Connect = database.connect) -> None:
        self.path = folder / FILE
        make_folder(folder)
        with explained(self.path, "opened", STATE):
            self._engine = database.open_engine(self.path, connect, _LAYOUT)

    def add(self, attempt: Attempt) -> bool:
        """Keep it, and say so; an unchanged program that ends as it did the last time is no new attempt."""
        values = _row(attempt)
        last = (
            select(*(_attempts.c[name] for name in _TELLING))
            .where(_of(attempt.course, attempt.exercise, attempt.learner))
            .order_by(_attempts.c.id.desc())
            .limit(1)
            .subquery()
        )
        unchanged = select(literal(1)).where(*(last.c[name].is_not_distinct_from(values[name]) for name in _TELLING))
        # One statement: of two checks at once the second sees what the first has kept.
        row = select(*(literal(values[field.name], field.type) for field in _FIELDS)).where(~unchanged.exists())
        with explained(self.path, "written", STATE), self._engine.begin() as connection:
            return connection.execute(insert(_attempts).from_select(_FIELDS, row)).rowcount > 0

    def of(self, course: str, exercise: str, learner: str | None) -> list[Attempt]:
        """A learner's attempts at an exercise, oldest first."""
        query = select(*_FIELDS).where(_of(course, exercise, learner)).order_by(_attempts.c.id)
        with explained(self.path, "read", STATE), self._engine.connect() as connection:
            rows = connection.execute(query).mappings().all()
        return [self._attempt(dict(row)) for row in rows]

    def close(self) -> None:
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _attempt(self, row: dict[str, Any]) -> Attempt:
        try:
            at, mistakes = datetime.fromisoformat(row["at"]), json.loads(row["mistakes"])
            return Attempt.model_validate(row | {"at": at, "mistakes": mistakes})
        except (ValueError, ValidationError) as error:
            raise StoreError(f"{self.path} holds an attempt that this grader cannot read. {STATE.damaged}") from error


def _of(course: str, exercise: str, learner: str | None) -> ColumnElement[bool]:
    return and_(
        _attempts.c.course == course,
        _attempts.c.exercise == exercise,
        _attempts.c.learner.is_not_distinct_from(_text(learner)),
    )


def _text(name: str | None) -> str | None:
    """A name that a command line has half understood is kept all the same."""
    return None if name is None else name.encode("utf-8", "backslashreplace").decode()


def _row(attempt: Attempt) -> dict[str, Any]:
    return {
        "course": attempt.course,
        "exercise": attempt.exercise,
        "learner": _text(attempt.learner),
        "submission": attempt.submission,
        "at": attempt.at.isoformat(),
        "verdict": attempt.verdict.value,
        "level": attempt.level,
        "mistakes": json.dumps(attempt.mistakes),
    }

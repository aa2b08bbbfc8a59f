"""ResultStore: one folder of results. What `add` has taken survives a kill and a power cut."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from pydantic import ValidationError
from sqlalchemy import delete, func, select
from sqlalchemy.dialects.sqlite import Insert, insert

from grader.model import Report, Verdict
from grader.store import database, files
from grader.store.database import results
from grader.store.pages import page_names
from grader.store.problems import StoreError, explained

Row = tuple[str, Report, int]
"""key, report, position"""

_READ_AT_ONCE = 256


class ResultStore:
    """The database at `path` (OUT/grader.db) and the files in its folder. Every failure is a StoreError.

    A row is one submission, told apart by learner, exercise and origin; its key is the address of its
    content. The same work handed in twice is two rows with one key.
    """

    def __init__(self, path: Path, *, connect: database.Connect = database.connect) -> None:
        self.path = path
        self.folder = path.parent
        with explained(path, "opened"):
            self.folder.mkdir(parents=True, exist_ok=True)
            self._engine = database.open_engine(path, connect)

    # --- rows -------------------------------------------------------------------------------------

    def add(self, key: str, report: Report, position: int) -> None:
        """Keep this report, in place of an earlier one of the same learner, exercise and origin."""
        self.add_many([(key, report, position)])

    def add_many(self, rows: Iterable[Row]) -> None:
        """Keep all of these reports or, when something fails, none."""
        values = [_columns(*row) for row in rows]
        if not values:
            return
        with explained(self.path, "written"), self._engine.begin() as connection:
            connection.execute(_keep(), values)

    def get(self, key: str) -> Report | None:
        """A report for this content, whoever handed it in; never one that tells of our own fault."""
        query = select(results.c.report).where(results.c.key == key, _reusable()).limit(1)
        with explained(self.path, "read"), self._engine.connect() as connection:
            text = connection.execute(query).scalar_one_or_none()
        return None if text is None else self._report(text)

    def keys(self) -> set[str]:
        """Every key that `get` knows."""
        with explained(self.path, "read"), self._engine.connect() as connection:
            return set(connection.execute(select(results.c.key).where(_reusable()).distinct()).scalars())

    def reports(self) -> Iterator[Report]:
        """All reports, in the order of submission."""
        return map(self._report, self._texts())

    def reports_of(self, learner: str) -> list[Report]:
        """One learner's reports, in the order of submission."""
        query = select(results.c.report).where(results.c.learner == learner)
        with explained(self.path, "read"), self._engine.connect() as connection:
            texts = connection.execute(query.order_by(results.c.position, results.c.id)).scalars().all()
        return [self._report(text) for text in texts]

    def next_position(self) -> int:
        """The first position after all that are taken."""
        with explained(self.path, "read"), self._engine.connect() as connection:
            last = connection.execute(select(func.max(results.c.position))).scalar_one()
        return 0 if last is None else int(last) + 1

    def forget(self) -> None:
        """Remove every row, and the learner pages that came from them."""
        with explained(self.path, "written"), self._engine.begin() as connection:
            learners = connection.execute(select(results.c.learner).distinct()).scalars().all()
            connection.execute(delete(results))
        for name in page_names(learner for learner in learners if learner is not None).values():
            self.remove(f"learners/{name}.html")

    # --- files ------------------------------------------------------------------------------------

    def write_reports(self) -> None:
        """reports.jsonl and grades.csv, from all rows."""
        files.write_lines(self.folder / "reports.jsonl", self._texts())
        files.write_grades(self.folder / "grades.csv", self.reports())

    def write_text(self, name: str, text: str) -> None:
        """A file in the folder, e.g. index.html or learners/ada.html."""
        files.write_text(self.folder / name, text)

    def remove(self, name: str) -> None:
        """Remove a file of ours from the folder, if it is there."""
        path = self.folder / name
        with explained(path, "removed"):
            path.unlink(missing_ok=True)

    # --- the rest ---------------------------------------------------------------------------------

    def close(self) -> None:
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _texts(self) -> Iterator[str]:
        query = select(results.c.report).order_by(results.c.position, results.c.id)
        with explained(self.path, "read"), self._engine.connect() as connection:
            yield from connection.execution_options(yield_per=_READ_AT_ONCE).execute(query).scalars()

    def _report(self, text: str) -> Report:
        try:
            return Report.model_validate_json(text)
        except ValidationError as error:
            raise StoreError(
                f"{self.path} holds a report that this grader cannot read: it was written by another version "
                "or changed by hand. Grade again with --fresh."
            ) from error


def _reusable() -> Any:
    return results.c.verdict != Verdict.INTERNAL.value


def _keep() -> Insert:
    statement = insert(results)
    fresh = {name: statement.excluded[name] for name in ("key", "verdict", "position", "report")}
    return statement.on_conflict_do_update(index_elements=["identity"], set_=fresh)


def _columns(key: str, report: Report, position: int) -> dict[str, Any]:
    return {
        "identity": _identity(report.learner, report.exercise, report.origin),
        "learner": report.learner,
        "exercise": report.exercise,
        "origin": report.origin,
        "key": key,
        "verdict": report.verdict.value,
        "position": position,
        "report": report.to_json(),
    }


def _identity(learner: str | None, exercise: str, origin: str) -> str:
    # JSON tells no learner from an empty name, and ("a", "bc") from ("ab", "c").
    return hashlib.sha256(json.dumps([learner, exercise, origin]).encode()).hexdigest()

"""ResultStore: one folder of results. What `add` has taken survives a kill and a power cut."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

from pydantic import ValidationError
from sqlalchemy import delete, func, select
from sqlalchemy.dialects.sqlite import Insert, insert

from grader.diagnosis.clusters import Name, Names, is_undiagnosed
from grader.model import Report, Verdict
from grader.store import database, files
from grader.store.database import names, results, samples
from grader.store.pages import page_names
from grader.store.problems import StoreError, explained

_READ_AT_ONCE = 256
_ASKED_AT_ONCE = 500
_MAKE_ANEW = "Move it away (reports.jsonl and grades.csv beside it stay readable) and grade again."


class Row(NamedTuple):
    """A report to be kept, and what it is about; the source stays only where nobody knows yet what is wrong."""

    key: str
    report: Report
    position: int
    source: str | None = None


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

    def add(self, key: str, report: Report, position: int, source: str | None = None) -> None:
        """Keep this report, in place of an earlier one of the same learner, exercise and origin."""
        self.add_many([Row(key, report, position, source)])

    def add_many(self, rows: Iterable[Row]) -> None:
        """Keep all of these reports or, when something fails, none."""
        kept = list(rows)
        if not kept:
            return
        sources = {row.report.submission: row.source for row in kept if row.source and is_undiagnosed(row.report)}
        with explained(self.path, "written"), self._engine.begin() as connection:
            connection.execute(_keep(), [_columns(row) for row in kept])
            if sources:
                statement = insert(samples).on_conflict_do_nothing()
                connection.execute(statement, [_sample(*item) for item in sources.items()])

    def get(self, key: str) -> Report | None:
        """A report for this content as it was graded, whoever handed it in; never one that tells of our own fault."""
        query = select(results.c.report).where(results.c.key == key, _reusable()).limit(1)
        with explained(self.path, "read"), self._engine.connect() as connection:
            text = connection.execute(query).scalar_one_or_none()
        return None if text is None else self._report(text)

    def keys(self) -> set[str]:
        """Every key that `get` knows."""
        with explained(self.path, "read"), self._engine.connect() as connection:
            return set(connection.execute(select(results.c.key).where(_reusable()).distinct()).scalars())

    def reports(self) -> Iterator[Report]:
        """All reports, in the order of submission, with the names of clusters."""
        return map(Names(self.names()).laid_over, self.graded())

    def graded(self) -> Iterator[Report]:
        """All reports as they were graded, in the order of submission."""
        return map(self._report, self._texts())

    def reports_of(self, learner: str) -> list[Report]:
        """One learner's reports, in the order of submission, with the names of clusters."""
        query = select(results.c.report).where(results.c.learner == learner)
        with explained(self.path, "read"), self._engine.connect() as connection:
            texts = connection.execute(query.order_by(results.c.position, results.c.id)).scalars().all()
        named = Names(self.names())
        return [named.laid_over(self._report(text)) for text in texts]

    def next_position(self) -> int:
        """The first position after all that are taken."""
        with explained(self.path, "read"), self._engine.connect() as connection:
            last = connection.execute(select(func.max(results.c.position))).scalar_one()
        return 0 if last is None else int(last) + 1

    def forget(self) -> None:
        """Remove every row, and the programs and learner pages that came with them. Names stay: no run makes them."""
        with explained(self.path, "written"), self._engine.begin() as connection:
            learners = connection.execute(select(results.c.learner).distinct()).scalars().all()
            connection.execute(delete(results))
            connection.execute(delete(samples))
        for name in page_names(learner for learner in learners if learner is not None).values():
            self.remove(f"learners/{name}.html")

    # --- what nobody knows yet --------------------------------------------------------------------

    def shortest_source(self, submissions: Collection[str]) -> tuple[str, str] | None:
        """The sha256 and the text of the shortest program that was kept of these submissions."""
        found: list[tuple[int, str, bytes]] = []
        asked = sorted(set(submissions))
        with explained(self.path, "read"), self._engine.connect() as connection:
            for start in range(0, len(asked), _ASKED_AT_ONCE):
                some = samples.c.submission.in_(asked[start : start + _ASKED_AT_ONCE])
                query = select(samples.c.length, samples.c.submission, samples.c.source).where(some)
                row = connection.execute(query.order_by(samples.c.length, samples.c.submission).limit(1)).first()
                found += [] if row is None else [(row.length, row.submission, row.source)]
        if not found:
            return None
        _, submission, packed = min(found)
        return submission, self._unpacked(packed)

    def names(self) -> list[Name]:
        """The names that were given to clusters."""
        with explained(self.path, "read"), self._engine.connect() as connection:
            rows = connection.execute(select(names).order_by(names.c.cluster)).mappings().all()
        return [self._name(dict(row)) for row in rows]

    def name(self, given: Name) -> None:
        """Give a cluster a name, in place of the one it has. No report is changed: they get it when they are read."""
        statement = insert(names).values(_name_columns(given))
        columns = {column.name: statement.excluded[column.name] for column in names.c if not column.primary_key}
        with explained(self.path, "written"), self._engine.begin() as connection:
            connection.execute(statement.on_conflict_do_update(index_elements=["cluster"], set_=columns))

    def unname(self, cluster: str) -> None:
        """Take a cluster's name away again."""
        with explained(self.path, "written"), self._engine.begin() as connection:
            connection.execute(delete(names).where(names.c.cluster == cluster))

    # --- files ------------------------------------------------------------------------------------

    def write_reports(self) -> None:
        """reports.jsonl and grades.csv, from all rows."""
        files.write_lines(self.folder / "reports.jsonl", self._named_texts())
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

    def _named_texts(self) -> Iterator[str]:
        """Every report as a line of JSON. What no name is laid over stays as it was written."""
        named = Names(self.names())
        for text in self._texts():
            if named.all and (report := self._report(text)) is not (shown := named.laid_over(report)):
                yield shown.to_json()
            else:
                yield text

    def _report(self, text: str) -> Report:
        try:
            return Report.model_validate_json(text)
        except ValidationError as error:
            raise self._unreadable("a report", "Grade again with --fresh.") from error

    def _name(self, row: dict[str, Any]) -> Name:
        try:
            face = {name: row.pop(name) for name in ("course", "exercise", "probes")}
            face |= {name: json.loads(row.pop(name)) for name in ("answers", "unmet")}
            return Name.model_validate({**row, "face": face})
        except ValueError as error:
            raise self._unreadable("the name of a cluster", _MAKE_ANEW) from error

    def _unpacked(self, packed: bytes) -> str:
        try:
            return zlib.decompress(packed).decode("utf-8", "surrogatepass")
        except (zlib.error, ValueError) as error:
            raise self._unreadable("a program", _MAKE_ANEW) from error

    def _unreadable(self, what: str, what_to_do: str) -> StoreError:
        return StoreError(
            f"{self.path} holds {what} that this grader cannot read: it was written by another version "
            f"or changed by hand. {what_to_do}"
        )


def _reusable() -> Any:
    return results.c.verdict != Verdict.INTERNAL.value


def _keep() -> Insert:
    statement = insert(results)
    fresh = {name: statement.excluded[name] for name in ("key", "verdict", "position", "report")}
    return statement.on_conflict_do_update(index_elements=["identity"], set_=fresh)


def _columns(row: Row) -> dict[str, Any]:
    report = row.report
    return {
        "identity": _identity(report.learner, report.exercise, report.origin),
        "learner": report.learner,
        "exercise": report.exercise,
        "origin": report.origin,
        "key": row.key,
        "verdict": report.verdict.value,
        "position": row.position,
        "report": report.to_json(),
    }


def _sample(submission: str, source: str) -> dict[str, Any]:
    packed = zlib.compress(source.encode("utf-8", "surrogatepass"))
    return {"submission": submission, "length": len(source), "source": packed}


def _name_columns(given: Name) -> dict[str, Any]:
    plain = given.model_dump(mode="json")
    face = plain.pop("face")
    return {**plain, **face, "answers": json.dumps(face["answers"]), "unmet": json.dumps(face["unmet"])}


def _identity(learner: str | None, exercise: str, origin: str) -> str:
    # JSON tells no learner from an empty name, and ("a", "bc") from ("ab", "c").
    return hashlib.sha256(json.dumps([learner, exercise, origin]).encode()).hexdigest()

"""grader.db: its tables; how this and every other database of ours is opened, and which formats of it are known.

Format 1 had the results only. Format 2 keeps the programs that no mistake explains, and the names that teachers give.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    create_engine,
    event,
)
from sqlalchemy.pool import QueuePool

from grader.store.problems import RESULTS, Advice, StoreError

FORMAT = 2

LONGEST_WAIT_S = 10.0

Connect = Callable[[Path], sqlite3.Connection]


@dataclass(frozen=True)
class Layout:
    """What a database of ours holds. format: kept in SQLite's user_version; a later one migrates when it opens."""

    metadata: MetaData
    format: int
    advice: Advice = RESULTS


metadata = MetaData()
results = Table(
    "results",
    metadata,
    Column("id", Integer, primary_key=True),
    # of learner, exercise and origin: one row a submission, also when no learner is known
    Column("identity", Text, nullable=False, unique=True),
    Column("learner", Text, index=True),
    Column("exercise", Text, nullable=False),
    Column("origin", Text, nullable=False),
    # the content address: equal for equal work on the same exercise, version of the grader, and numbers
    Column("key", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("report", Text, nullable=False),
    Index("results_by_key", "key"),
    Index("results_in_order", "position", "id"),
)
samples = Table(
    "samples",
    metadata,
    # of what was handed in, as in the reports
    Column("submission", Text, primary_key=True),
    Column("length", Integer, nullable=False),
    Column("source", LargeBinary, nullable=False),
)
names = Table(
    "names",
    metadata,
    Column("cluster", Text, primary_key=True),
    Column("course", Text, nullable=False),
    Column("exercise", Text, nullable=False),
    Column("probes", Text, nullable=False),
    # JSON, both
    Column("answers", Text, nullable=False),
    Column("unmet", Text, nullable=False),
    Column("mistake", Text, nullable=False),
    Column("headline", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("question", Text, nullable=False),
    Column("named_at", Text, nullable=False),
    Column("named_by", Text),
)
LAYOUT = Layout(metadata, FORMAT)


def connect(path: Path) -> sqlite3.Connection:
    """A connection that waits for other writers, and for which written means: it is on the disk."""
    # isolation_level None: transactions begin and end where we say so, not where Python's driver guesses
    connection = sqlite3.connect(path, timeout=LONGEST_WAIT_S, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def open_engine(path: Path, connect: Connect, layout: Layout = LAYOUT) -> Engine:
    """An engine for the database at `path`, which is made when missing. The caller translates errors."""
    engine = create_engine("sqlite://", creator=lambda: connect(path), poolclass=QueuePool)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "invalidate", _give_up)
    try:
        _prepare(engine, path, layout)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _give_up(connection: sqlite3.Connection, _record: object, _problem: BaseException | None) -> None:
    """Ctrl-C in the middle of writing: closing alone keeps the lock for as long as the traceback is alive."""
    connection.rollback()


def _prepare(engine: Engine, path: Path, layout: Layout) -> None:
    found = _known_format(engine, path, layout)
    # Readers never wait for the writer, and a kill at any moment leaves either the old state or the new one.
    with closing(engine.raw_connection()) as raw:
        raw.cursor().execute("PRAGMA journal_mode = WAL")
    if found < layout.format:
        with engine.begin() as connection:
            # A write first, so that of two programs starting at once the second waits instead of failing.
            connection.exec_driver_sql(f"PRAGMA user_version = {layout.format}")
            # Makes what is missing: everything in a new database, the tables of a later format in an earlier one.
            layout.metadata.create_all(connection)


def _known_format(engine: Engine, path: Path, layout: Layout) -> int:
    with engine.connect() as connection:
        found = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    elsewhere = layout.advice.elsewhere
    if found > layout.format:
        raise StoreError(
            f"{path} was written by a newer grader (format {found}; this one knows {layout.format}). "
            f"Update the grader. {elsewhere} to use this one."
        )
    if found == 0 and tables:
        raise StoreError(f"{path} is the database of another program. {elsewhere}.")
    return found

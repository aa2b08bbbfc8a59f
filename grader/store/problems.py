"""What can go wrong between a report and the disk, in words for the person who can mend it."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

Reason = tuple[str, str]
"""what happened, what to do; {elsewhere}, {again} and {damaged} are filled by `Advice`"""


@dataclass(frozen=True)
class Advice:
    """What to do about a place that does not work, in the words of who chose it."""

    elsewhere: str
    again: str
    damaged: str


RESULTS = Advice(
    elsewhere="Choose another folder with --out",
    again="What was graded before is kept; run the same command again to go on.",
    damaged="Move it away (reports.jsonl and grades.csv beside it stay readable) and grade again.",
)

_ELSEWHERE = "{elsewhere}."
_FULL: Reason = ("the disk is full", "Make room. {again}")
_NO_RIGHT: Reason = ("you may not write there", "{elsewhere}, or have the rights changed.")
_NO_FOLDER: Reason = ("a file is where a folder is needed", _ELSEWHERE)
_IN_USE: Reason = ("another program is using it", "Wait until the other one is done. {again}")
_DAMAGED = "{damaged}"

_SYSTEM: dict[int, Reason] = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: ("your share of the disk is used up", "Make room. {again}"),
    errno.EROFS: ("the disk is read-only", _ELSEWHERE),
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.ENOTDIR: _NO_FOLDER,
    errno.EEXIST: _NO_FOLDER,
    errno.EISDIR: ("a folder is where this file should go", "Move it away. {elsewhere}."),
    errno.ENAMETOOLONG: ("the path is too long", _ELSEWHERE),
}
# SQLite's names for its errors begin with these.
_DATABASE: dict[str, Reason] = {
    "SQLITE_FULL": _FULL,
    "SQLITE_READONLY": ("it is read-only", "{elsewhere}, or have the rights changed."),
    "SQLITE_PERM": _NO_RIGHT,
    "SQLITE_BUSY": _IN_USE,
    "SQLITE_LOCKED": _IN_USE,
    "SQLITE_PROTOCOL": ("this kind of disk cannot lock it", "It has to be on a local disk. {elsewhere}."),
    "SQLITE_CANTOPEN": ("the folder or the file does not allow it", _ELSEWHERE),
    "SQLITE_CORRUPT": ("the database is damaged", _DAMAGED),
    "SQLITE_NOTADB": ("it is not a database, or damaged", _DAMAGED),
    "SQLITE_IOERR": ("the disk gave an error", "Check the disk. {elsewhere}. {again}"),
}


class StoreError(Exception):
    """Results cannot be written or read: the message says what happened, where, and what to do."""


@contextmanager
def explained(path: Path, doing: str, advice: Advice = RESULTS) -> Iterator[None]:
    """Turns what the system and SQLite say into a StoreError: "/out/grader.db cannot be <doing>: ..."."""
    try:
        yield
    except OSError as error:
        said = error.strerror or type(error).__name__
        raise _told(path, doing, _SYSTEM.get(error.errno or 0, (said, _ELSEWHERE)), advice) from error
    except Exception as error:
        reason = _database_reason(error)
        if reason is None:
            raise
        raise _told(path, doing, reason, advice) from error


def _told(path: Path, doing: str, reason: Reason, advice: Advice) -> StoreError:
    what, what_to_do = reason
    return StoreError(f"{path} cannot be {doing}: {what}. {what_to_do.format(**asdict(advice))}".rstrip())


def _database_reason(error: Exception) -> Reason | None:
    # SQLAlchemy keeps what the driver raised in `orig`; SQLite itself names only what the database met,
    # so a wrong statement of ours (no name, or SQLITE_ERROR) stays what it is: our own fault.
    cause = getattr(error, "orig", error)
    if not isinstance(cause, sqlite3.Error):
        return None
    name = getattr(cause, "sqlite_errorname", None) or ""
    return next((reason for start, reason in _DATABASE.items() if name.startswith(start)), None)

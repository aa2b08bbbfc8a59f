"""The log of attempts that a teacher may ask for: one line of JSON each, appended by as many programs as there are."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from grader.diagnosis.efficacy import SCHEMA, Entry, entry_of, pseudonym
from grader.model import Report
from grader.store.problems import Advice, explained

if sys.platform != "win32":  # there an append of one short line is all the care there is
    import fcntl

_ADVICE = Advice(
    elsewhere="Name another file with --log",
    again="What was written before is kept.",
    damaged="Move it away.",
)
REPORTS = "reports.jsonl"
_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)


class AttemptLog:
    """A log to append to. Raises StoreError when the file cannot be written."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with explained(path, "written", _ADVICE):
            os.close(self._opened())

    def append(self, entry: Entry) -> None:
        """One whole line. What a kill has torn before it stays a line by itself."""
        line = entry.model_dump_json(by_alias=True).encode() + b"\n"
        with explained(self.path, "written", _ADVICE):
            descriptor = self._opened()
            try:
                _lock(descriptor)
                _append(descriptor, line)
            finally:
                os.close(descriptor)

    def _opened(self) -> int:
        return os.open(self.path, os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)


def _lock(descriptor: int) -> None:
    """No other grader appends meanwhile. Closing the file ends it."""
    if sys.platform != "win32":
        fcntl.flock(descriptor, fcntl.LOCK_EX)


def _append(descriptor: int, line: bytes) -> None:
    size = os.fstat(descriptor).st_size
    if size:
        os.lseek(descriptor, size - 1, os.SEEK_SET)
        if os.read(descriptor, 1) != b"\n":
            line = b"\n" + line
    try:
        left = memoryview(line)
        while left:
            left = left[os.write(descriptor, left) :]
    except OSError:
        os.ftruncate(descriptor, size)  # a full disk: half a line helps nobody
        raise


# --- reading --------------------------------------------------------------------------------------------------


def read_log(path: Path, secret: bytes) -> tuple[list[Entry], list[str]]:
    """The entries of a log, or of the reports in a folder of results, and notes on what could not be read.

    secret: gives the learners in reports the pseudonyms that they have in logs. Raises StoreError.
    """
    source = path / REPORTS if path.is_dir() else path
    entries: list[Entry] = []
    unread: dict[str, list[int]] = {}
    with explained(source, "read", _ADVICE):
        lines = source.read_bytes().split(b"\n")
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                entries.append(_entry(line, number, secret))
            except (ValueError, RecursionError):  # pydantic's errors are ValueErrors
                unread.setdefault(_reason(line), []).append(number)
    return entries, [f"{source}: {_lines(numbers)} skipped: {why}." for why, numbers in unread.items()]


def _entry(line: bytes, number: int, secret: bytes) -> Entry:
    if "checks" not in _object(line):
        return Entry.model_validate_json(line)
    report = Report.model_validate_json(line)
    learner = None if report.learner is None else pseudonym(secret, report.course, report.learner)
    # Without a time, the order in the file is all there is; such work comes before what has one.
    return entry_of(report, learner, report.submitted_at or _UNDATED + timedelta(seconds=number))


def _object(line: bytes) -> dict[str, Any]:
    found = json.loads(line)
    if not isinstance(found, dict):
        raise ValueError("not an object")
    return found


def _reason(line: bytes) -> str:
    try:
        schema = _object(line).get("schema")
    except (ValueError, RecursionError):
        return "it is no whole line of a log"
    if isinstance(schema, int) and schema > SCHEMA:
        return "a newer grader wrote it; update this one to read it"
    return "it is neither an attempt nor a report"


def _lines(numbers: Sequence[int]) -> str:
    first = ", ".join(map(str, numbers[:3]))
    more = f" and {len(numbers) - 3:,} more" if len(numbers) > 3 else ""
    return f"line {first}" if len(numbers) == 1 else f"lines {first}{more}"

"""The files beside the database. Each is whole or not there: written aside, flushed, then put in place."""

from __future__ import annotations

import csv
import os
import secrets
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from grader.model import Report
from grader.store.problems import explained

COLUMNS = ("learner", "exercise", "score", "max_score", "verdict", "mistake", "submitted_at")

# A spreadsheet takes a cell that begins like this for a formula; some drop blanks before it, or read wide and small
# forms of these signs as the plain ones.
_FORMULA = frozenset("=+-@")
_DROPPED = ("\t", "\r", "\n")


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """A new text for `path`: whatever happens, readers see the old file or the whole new one."""
    with explained(path, "written"):
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_name(f".{path.name[:100]}.{secrets.token_hex(6)}.tmp")
        try:
            # newline="": what is written is what stands there, on every system
            with aside.open("x", encoding="utf-8", errors="backslashreplace", newline="") as handle:
                yield handle
                handle.flush()
                os.fsync(handle.fileno())
            os.replace(aside, path)
        except BaseException:
            with suppress(OSError):
                aside.unlink()
            raise
        _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """The new name itself reaches the disk, where the system knows how to do that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def write_text(path: Path, text: str) -> None:
    with replacing(path) as handle:
        handle.write(text)


def write_lines(path: Path, lines: Iterable[str]) -> None:
    with replacing(path) as handle:
        handle.writelines(f"{line}\n" for line in lines)


def write_grades(path: Path, reports: Iterable[Report]) -> None:
    """grades.csv: one row a report, in their order."""
    with replacing(path) as handle:
        # Every cell is quoted: where the comma is a decimal sign, spreadsheets also split lines at semicolons.
        writer = csv.writer(handle, quoting=csv.QUOTE_ALL)
        writer.writerow(COLUMNS)
        writer.writerows(grade_row(report) for report in reports)


def grade_row(report: Report) -> tuple[str, ...]:
    """The cells of one report, none of which a spreadsheet runs."""
    return (
        _harmless(report.learner or ""),
        _harmless(report.exercise),
        _number(report.score),
        _number(report.max_score),
        report.verdict.value,
        _harmless(_mistake(report)),
        report.submitted_at.isoformat() if report.submitted_at else "",
    )


def _harmless(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text)
    start = next((char for char in plain if char.isprintable() and not char.isspace()), "")
    return f"'{text}" if start in _FORMULA or text.startswith(_DROPPED) else text


def _number(value: float) -> str:
    return f"{value:.10g}"


def _mistake(report: Report) -> str:
    mistake = report.findings[0].mistake if report.findings else None
    return mistake if isinstance(mistake, str) else "+".join(mistake or ())

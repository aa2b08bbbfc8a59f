"""How far a class is: a bar with the time left on a terminal, plain lines anywhere else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from grader.cli.terminal import console, say

if TYPE_CHECKING:
    from rich.console import Console

    from grader.batch import OnReport, Tally
    from grader.model import Report

LINES = 10
"""A log gets about this many lines, however large the class."""


@contextmanager
def progress(total: int) -> Iterator[OnReport]:
    """Gives the function to tell of each report."""
    out = console(stderr=True)
    if out.is_terminal and not out.is_dumb_terminal:
        with _bar(total, out) as tell:
            yield tell
    else:
        yield _lines(total)


@contextmanager
def _bar(total: int, out: Console) -> Iterator[OnReport]:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Grading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("left"))
    with Progress(*columns, console=out) as bar:
        task = bar.add_task("", total=total)

        def tell(report: Report, tally: Tally) -> None:
            bar.update(task, completed=tally.done)

        yield tell


def _lines(total: int) -> OnReport:
    step = max(1, -(-total // LINES))

    def tell(report: Report, tally: Tally) -> None:
        if tally.done % step == 0 or tally.done == total:
            say(f"{tally.done} of {total} graded")

    return tell

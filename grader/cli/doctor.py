"""grader doctor: what this machine offers, and what to do where it offers less."""

from __future__ import annotations

import platform
import sys
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader import __version__
from grader.cli.options import course_option, example
from grader.cli.parts import Parts
from grader.cli.terminal import plain, show
from grader.render.isolation import ELSEWHERE, ENOUGH, advice, counted, meaning

if TYPE_CHECKING:
    from rich.table import Table

    from grader.calls import Isolation
    from grader.model import IsolationReport

EXTRAS = {"nbgrader": "notebooks in nbgrader courses", "jupyterlab": "exercises as notebooks"}
INSTALL = 'pip install ".[notebooks]"'


@click.command("doctor", short_help="Say what isolation this machine gives.", epilog=example("grader doctor"))
@course_option
@click.pass_context
def command(context: click.Context, course: Path | None) -> None:
    """Say how well learner code is shut in on this machine, and what is installed.

    Ends with 0 when isolation is sealed or confined, else with 1.
    """
    from grader.model import IsolationReport

    parts: Parts = context.obj
    isolation = IsolationReport(**asdict(_isolation(parts)))
    table = _table()
    _add_isolation(table, isolation)
    _add_versions(table)
    _add_extras(table)
    _add_places(table, parts, course)
    show(table)
    context.exit(0 if isolation.level in ENOUGH else 1)


def _table() -> Table:
    from rich.table import Table

    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(ratio=1)
    return table


def _isolation(parts: Parts) -> Isolation:
    from grader.calls import Isolation

    try:
        return parts.isolation()
    except Exception as problem:  # noqa: BLE001 - a doctor names what is broken instead of breaking
        return Isolation("none", (), plain(f"learner code cannot be started: {type(problem).__name__}: {problem}"))


def _add_isolation(table: Table, isolation: IsolationReport) -> None:
    table.add_row("isolation", _marked(isolation.level in ENOUGH, isolation.level))
    table.add_row("", meaning(isolation))
    table.add_row("", counted(isolation))
    if isolation.layers:
        table.add_row("", _layers(isolation))
    if isolation.note:
        table.add_row("", plain(isolation.note))
    for sentence in advice(isolation) if sys.platform == "linux" else ():
        table.add_row("", sentence)
    if isolation.level not in ENOUGH:
        table.add_row("", ELSEWHERE)


def _layers(isolation: IsolationReport) -> str:
    abi = f" (Landlock ABI {isolation.landlock_abi}" if isolation.landlock_abi else " ("
    return f"layers: {', '.join(isolation.layers)}{abi}, kernel {isolation.kernel})".replace("(, ", "(")


def _add_versions(table: Table) -> None:
    table.add_row("grader", __version__)
    table.add_row("python", f"{platform.python_version()} ({sys.executable}) on {platform.platform(terse=True)}")
    table.add_row("numpy", _version("numpy") or "not installed: install the grader again")


def _add_extras(table: Table) -> None:
    for name, what_for in EXTRAS.items():
        found = _version(name)
        table.add_row(name, found or f"not installed; for {what_for}: {INSTALL}")


def _add_places(table: Table, parts: Parts, course: Path | None) -> None:
    from grader.tables import cache_folder

    secret = parts.secret()
    table.add_row("course", _course(parts, course))
    table.add_row("cache", f"{cache_folder()} (may be removed at any time)")
    table.add_row("secret", plain(secret.warning or secret.place))


def _course(parts: Parts, course: Path | None) -> str:
    from grader.course import CourseError

    try:
        root = parts.course_root(course)
        found = parts.load(root)
    except CourseError as error:
        return plain("; ".join(error.problems))
    return plain(f"{found.title}, {len(found.exercises)} exercises ({root})")


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _marked(good: bool, word: str) -> str:
    return f"{'✓' if good else '!'} {word}"

"""Options that several commands have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


def course_option(command: Command) -> Command:
    return click.option(
        "--course",
        metavar="DIR",
        type=click.Path(path_type=Path),
        help="The folder of the course; without it, the nearest one from here upwards.",
    )(command)


def log_option(command: Command) -> Command:
    return click.option(
        "--log",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="Append each attempt to FILE, a line each, for `grader efficacy`; without names, but with answers.",
    )(command)


def language_option(command: Command) -> Command:
    return click.option(
        "--language",
        metavar="CODE",
        help="Tell messages in this language, such as de; without it, in the course's own.",
    )(command)


def example(*lines: str) -> str:
    """The end of a command's help."""
    return "\b\n" + "\n".join(["Examples:" if len(lines) > 1 else "Example:", *(f"  {line}" for line in lines)])

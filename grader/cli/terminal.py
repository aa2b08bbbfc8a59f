"""Printing: results go to stdout, everything said about the work to stderr."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console, RenderableType


def plain(text: str) -> str:
    """The text with escapes in place of what would move the cursor or change colours; lines stay lines."""
    return "".join(
        char if char.isprintable() or char == "\n" else char.encode("unicode_escape").decode() for char in text
    )


def say(text: str) -> None:
    """A message beside the results."""
    click.echo(plain(text), err=True)


def console(*, stderr: bool = False) -> Console:
    """Rich output: colours on terminals only (NO_COLOR counts), 80 columns where there is no terminal."""
    from rich.console import Console

    class Patient(Console):
        def on_broken_pipe(self) -> None:
            """The reader has left, e.g. `| head`: nothing more is shown, and the exit code stays true."""
            self.quiet = True
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    return Patient(stderr=stderr, highlight=False, markup=False, emoji=False)


def show(*renderables: RenderableType) -> None:
    """Results, one under the other."""
    out = console()
    for renderable in renderables:
        out.print(renderable)

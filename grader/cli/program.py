"""How a command ends: exit codes, messages of refusal, and calm words when we are at fault ourselves.

0 done (check: all passed) · 1 check: not all passed; doctor: less than confined · 2 bad use, bad input or stopped ·
3 our own fault.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, NoReturn

import click

from grader.cli.terminal import plain

PASSED, NOT_PASSED, REFUSED, OUR_FAULT = 0, 1, 2, 3
STOPPED = "Stopped."
TRUST = "--trust-this-code"


class Refusal(click.ClickException):
    """Bad use or bad input: the message says what to do."""

    exit_code = REFUSED

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(f"grader: {self.format_message()}", file=file, err=file is None)


class Fault(Refusal):
    """Not the user's doing, and we know what it is."""

    exit_code = OUR_FAULT


class Program(click.Group):
    """The command with its ways to end. No traceback ever reaches a learner."""

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        with _visible_arguments():
            return super().make_context(*args, **kwargs)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        _print_whatever_comes()
        try:
            return super().main(*args, **kwargs)
        except Exception as problem:  # noqa: BLE001 - the outermost place: told in two lines, with its own exit code
            _end_calmly(problem)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            with _visible_arguments():
                return super().invoke(ctx)
        except KeyboardInterrupt:
            raise Refusal(STOPPED) from None
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as problem:
            known = _known(problem)
            if known is None:
                raise
            raise known from problem

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which people meet them, not of the alphabet."""
        return list(self.commands)


@contextmanager
def _visible_arguments() -> Iterator[None]:
    """Click repeats arguments as they are, and a pattern such as `*` gives it every name that learners chose."""
    try:
        yield
    except click.UsageError as problem:
        if isinstance(problem, getattr(click.exceptions, "NoArgsIsHelpError", ())):  # the help, word for word
            raise
        said = plain(problem.format_message()).replace("\n", "\\n")
        raise click.UsageError(said, ctx=problem.ctx) from problem


def _known(problem: Exception) -> click.ClickException | None:
    """The refusal for what the layers below refuse in words of their own."""
    from grader.batch import BatchError, NotConfined
    from grader.catalogs import LanguageError
    from grader.course import CourseError
    from grader.intake import IntakeError
    from grader.store import StoreError

    if isinstance(problem, CourseError):
        return Refusal("\n  ".join(["This course cannot be used:", *map(plain, problem.problems)]))
    if isinstance(problem, IntakeError | LanguageError):
        return Refusal(plain(str(problem)))
    if isinstance(problem, NotConfined):
        return Refusal(
            f"{problem}\nTo grade code of people you trust all the same, add {TRUST}; every report then says so."
        )
    if isinstance(problem, StoreError | BatchError):
        return Fault(plain(str(problem)))
    return None


def _end_calmly(problem: Exception) -> NoReturn:
    if os.environ.get("GRADER_DEBUG"):
        traceback.print_exception(problem)
    said = (str(problem).splitlines() or [""])[0]
    what = plain(f"{type(problem).__name__}: {said}"[:200].rstrip(": "))
    click.echo(f"grader: something went wrong inside the grader, and it is not your fault ({what}).", err=True)
    click.echo(
        "Please report it, with your command and what GRADER_DEBUG=1 in front of it shows.",
        err=True,
    )
    sys.exit(OUR_FAULT)


def _print_whatever_comes() -> None:
    """On a terminal that lacks a character, an escape stands for it instead of an error."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")

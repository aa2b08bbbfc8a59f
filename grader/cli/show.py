"""grader show: the statement of one exercise, and the file that an answer starts from."""

from __future__ import annotations

import ast
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli.options import course_option, example
from grader.cli.parts import Parts
from grader.cli.program import Refusal
from grader.cli.terminal import plain, say, show

if TYPE_CHECKING:
    from grader.model import Course, Exercise


@click.command(
    "show",
    short_help="Print the statement of an exercise.",
    epilog=example("grader show mse", "grader show trace_step --learner ada"),
)
@click.argument("stem")
@click.option("--learner", metavar="ID", help="With the numbers of this learner, where an exercise has numbers.")
@course_option
@click.pass_obj
def command(parts: Parts, stem: str, learner: str | None, course: Path | None) -> None:
    """Print the statement of the exercise STEM and the start of its file."""
    root = parts.course_root(course)
    found = parts.load(root)
    exercise = found.exercises.get(stem)
    if exercise is None:
        raise Refusal(_no_such(stem, found))
    if learner and exercise.givens:
        exercise = exercise.model_copy(update={"stub": parts.stub(root, _secret_of(parts), stem, learner)})
    _print(exercise)


def _secret_of(parts: Parts) -> bytes:
    secret = parts.secret()
    if secret.warning:
        say(secret.warning)
    return secret.value


def _no_such(stem: str, course: Course) -> str:
    near = get_close_matches(stem.lower(), course.exercises, n=3, cutoff=0.5)
    guess = f"Did you mean {' or '.join(near)}? " if near else ""
    return plain(f'There is no exercise "{stem}". {guess}`grader exercises` lists them all.')


def _print(exercise: Exercise) -> None:
    from rich.rule import Rule
    from rich.syntax import Syntax
    from rich.text import Text

    code = Syntax(_after_docstring(exercise.stub), "python", theme="ansi_dark", background_color="default")
    show(
        Text(exercise.title, "bold"),
        Text(f"\n{exercise.statement}\n"),
        Rule(f"exercises/{exercise.path}", style="dim", align="left"),
        code,
    )


def _after_docstring(stub: str) -> str:
    """The stub without its docstring, which is the statement once more."""
    tree = ast.parse(stub)
    if ast.get_docstring(tree) is None:
        return stub
    return "".join(stub.splitlines(keepends=True)[tree.body[0].end_lineno :]).strip("\n")

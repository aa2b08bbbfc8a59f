"""The command `grader`: reads arguments, calls what is below, renders. Each command has a file of its own.

Nothing heavy is imported here or at the top of a command's file: `grader --help` answers at once.
"""

from __future__ import annotations

import click

from grader import __version__
from grader.cli.check import command as check_command
from grader.cli.clusters import command as clusters_command
from grader.cli.doctor import command as doctor_command
from grader.cli.efficacy import command as efficacy_command
from grader.cli.exercises import command as exercises_command
from grader.cli.grade import command as grade_command
from grader.cli.name import command as name_command
from grader.cli.parts import Parts
from grader.cli.program import Program
from grader.cli.show import command as show_command
from grader.cli.translate import command as translate_command

__all__ = ["main"]


@click.group(
    cls=Program,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 88},
    epilog="\b\nExamples:\n  grader exercises\n  grader check mse.py\n  grader grade class/ --out results/",
)
@click.version_option(__version__, prog_name="grader")
@click.pass_context
def main(context: click.Context) -> None:
    """Grades exercises on how networks learn, and says what to look at next."""
    context.obj = context.obj or Parts()


for command in (
    check_command,
    grade_command,
    clusters_command,
    name_command,
    efficacy_command,
    exercises_command,
    show_command,
    translate_command,
    doctor_command,
):
    main.add_command(command)

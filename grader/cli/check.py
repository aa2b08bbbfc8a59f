"""grader check: one submission, graded, and the feedback on it."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli.keeping import Log, Remembered
from grader.cli.options import course_option, example, language_option, log_option
from grader.cli.parts import Parts
from grader.cli.program import NOT_PASSED, OUR_FAULT, PASSED
from grader.cli.terminal import say, show
from grader.render.isolation import NOT_CONFINED

if TYPE_CHECKING:
    from grader.language import Language
    from grader.model import Report


@click.command(
    "check",
    short_help="Grade one file and say what to look at next.",
    epilog=example("grader check mse.py", "grader check my_answer.ipynb --exercise mse", "grader check mse.py --json"),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--exercise", metavar="STEM", help="Which exercise it answers; without it, the name of the file says.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON, and nothing else.")
@click.option("--learner", metavar="ID", help="Whose work it is.")
@log_option
@language_option
@course_option
@click.pass_context
def command(
    context: click.Context,
    file: Path,
    exercise: str | None,
    as_json: bool,
    learner: str | None,
    log: Path | None,
    language: str | None,
    course: Path | None,
) -> None:
    """Grade FILE (.py or .ipynb) and say what to look at next.

    When a changed program has the same fault again, the help changes: first a smaller example, then one that is
    worked out. For that, attempts are remembered in this account's state folder (GRADER_STATE names another).
    A report as JSON is in English whatever the language: it holds what its sentences are made of.

    Ends with 0 when all checks passed, 1 when not all did, 2 when there was nothing to grade, and 3 when the
    grader itself is at fault.
    """
    parts: Parts = context.obj
    root = parts.course_root(course)
    secret = parts.secret()
    if secret.warning:
        say(secret.warning)
    remembered, logged = Remembered(parts.state()), Log(log, secret.value, parts.state())
    with closing(parts.open_grader(root, secret.value)) as grader:
        exercises = grader.course.exercises
        tongue = parts.open_language("en" if as_json else language or grader.course.language, root)
        submission = parts.read_file(file, exercise=exercise, learner=learner, stems=list(exercises))
        report = grader.grade(submission, remembered.earlier(grader.course.name, submission))
    if not report.isolation.suffices:
        say(tongue.text(NOT_CONFINED))
    if as_json:
        _print_json(report)
    else:
        _print_feedback(report, exercises[report.exercise].title, tongue)
    remembered.keep(report)
    logged.add(report)
    context.exit(_exit_code(report))


def _print_json(report: Report) -> None:
    # As bytes: JSON is UTF-8 whatever the terminal's own encoding is.
    sys.stdout.buffer.write(report.to_json().encode() + b"\n")


def _print_feedback(report: Report, title: str, language: Language) -> None:
    from grader.render import text

    show(text.feedback(report, title, language))


def _exit_code(report: Report) -> int:
    return {"passed": PASSED, "internal": OUR_FAULT}.get(report.verdict.value, NOT_PASSED)

"""grader exercises: the course at a glance."""

from __future__ import annotations

from pathlib import Path

import click

from grader.cli.options import course_option, example
from grader.cli.parts import Parts
from grader.cli.terminal import show


@click.command("exercises", epilog=example("grader exercises"))
@course_option
@click.pass_obj
def command(parts: Parts, course: Path | None) -> None:
    """List the lessons in their order, with their exercises."""
    from rich.text import Text

    found = parts.load(parts.course_root(course))
    width = max(len(stem) for stem in found.exercises)
    show(Text(found.title, "bold"))
    for number, lesson in enumerate(found.lessons, start=1):
        show(Text(f"\n{number}. {lesson.title}", "bold"))
        for exercise in lesson.exercises:
            show(Text.assemble("   ", (exercise.stem.ljust(width), "cyan"), "  ", exercise.title))
    show(Text("\nRead one with: grader show STEM", "dim"))

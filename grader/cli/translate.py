"""grader translate: the catalogs of a language, brought up to date with the sentences there are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli.options import course_option, example
from grader.cli.parts import Parts
from grader.cli.terminal import plain

if TYPE_CHECKING:
    from grader.translating import Catalog

TO_DO = 1


@click.command(
    "translate",
    short_help="Bring the catalogs of another language up to date.",
    epilog=example("grader translate de", "grader translate de --exercise mse", "grader translate de --check"),
)
@click.argument("code")
@click.option("--exercise", "stems", metavar="STEM", multiple=True, help="Only this exercise's catalog.")
@click.option("--own", is_flag=True, help="The grader's own sentences instead of a course's.")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; end with 1 when something is to be done.")
@course_option
@click.pass_context
def command(
    context: click.Context, code: str, stems: Sequence[str], own: bool, only_check: bool, course: Path | None
) -> None:
    """Collect every sentence of the course and write it into the catalogs of the language CODE.

    They are .po files beside the checks. Translations are kept; new sentences are added empty; one whose original
    has changed is marked fuzzy, with the old translation to start from.
    """
    from grader.translating import course_catalogs, own_catalogs

    parts: Parts = context.obj
    catalogs = own_catalogs(code) if own else course_catalogs(code, parts.course_root(course), stems)
    for catalog in catalogs:
        _tell(catalog)
        if not only_check:
            catalog.write()
    context.exit(TO_DO if only_check and not all(catalog.complete for catalog in catalogs) else 0)


def _tell(catalog: Catalog) -> None:
    counts = {"missing": catalog.missing, "changed": catalog.changed, "no longer there": catalog.gone}
    told = ", ".join(f"{len(sentences)} {what}" for what, sentences in counts.items() if sentences) or "complete"
    click.echo(f"{plain(str(catalog.path))}: {told}")
    for what, sentences in counts.items():
        for sentence in sentences:
            click.echo(f"  {what}: {plain(sentence)}")

"""grader efficacy: which messages help, and which do not, from logs of attempts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from grader.cli.options import example
from grader.cli.parts import Parts
from grader.cli.program import Refusal
from grader.cli.terminal import plain, say, show

if TYPE_CHECKING:
    from grader.diagnosis.efficacy import Efficacy, Entry

LEAST = 5
_NAMED = 5


@click.command(
    "efficacy",
    short_help="List the messages that do not help.",
    epilog=example(
        "grader grade class/ --out results/ --log attempts.jsonl",
        "grader efficacy attempts.jsonl",
        "grader efficacy monday.jsonl results/ --least 20 --json",
    ),
)
@click.argument("logs", nargs=-1, required=True, metavar="LOG...", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON, and nothing else.")
@click.option(
    "--least",
    metavar="N",
    type=click.IntRange(min=1),
    default=LEAST,
    help=f"How many next attempts a message needs before anything is said of it (as a rule {LEAST}).",
)
@click.pass_obj
def command(parts: Parts, logs: tuple[Path, ...], as_json: bool, least: int) -> None:
    """For each mistake in LOG (files that --log has written, or folders of results): how often it was told, and what
    the next attempt did about it.

    A message helps when the next program no longer has exactly that fault, and no new one. Those that help least
    come first. Ends with 0, with 2 when there is nothing to read, and 3 when the grader itself is at fault.
    """
    from grader.diagnosis.efficacy import efficacy

    entries = _read(parts, logs)
    rows = efficacy(entries)
    if as_json:
        click.echo(json.dumps({"schema": 1, "least": least, "messages": [_plain_data(row, least) for row in rows]}))
        return
    unknown = sum(entry.learner is None for entry in entries)
    if unknown:
        say(f"Left out: {unknown:,} of {len(entries):,} attempts, since nobody knows whose they are.")
    _show([row for row in rows if row.followed >= least], [row for row in rows if row.followed < least], least)


def _read(parts: Parts, logs: Sequence[Path]) -> list[Entry]:
    from grader.store import StoreError
    from grader.store.log import read_log

    secret = parts.secret().value
    entries: list[Entry] = []
    for path in dict.fromkeys(logs):
        try:
            found, notes = read_log(path, secret)
        except StoreError as problem:  # a file that was named: for whoever named it
            raise Refusal(plain(str(problem))) from problem
        entries += found
        for note in notes:
            say(note)
    if not entries:
        raise Refusal("There is no attempt in it. `grader check --log FILE` and `grader grade --log FILE` write them.")
    return entries


def _plain_data(row: Efficacy, least: int) -> dict[str, Any]:
    counts = {outcome.value: number for outcome, number in row.counts.items()}
    return {
        "exercise": row.exercise,
        "mistake": row.mistake,
        "headline": row.headline,
        "told": row.told,
        "followed": row.followed,
        **counts,
        "share": row.share,
        "interval": list(row.interval),
        "enough": row.followed >= least,
    }


def _show(enough: Sequence[Efficacy], few: Sequence[Efficacy], least: int) -> None:
    if enough:
        _show_table(enough)
    if few:
        names = ", ".join(f"{row.exercise}: {row.mistake}" for row in few[:_NAMED])
        more = f" and {len(few) - _NAMED:,} more" if len(few) > _NAMED else ""
        click.echo(plain(f"Too little to say, fewer than {least} next attempts: {names}{more}."))
    if not enough and not few:
        click.echo("No message in it names a mistake, so there is nothing to say yet.")


def _show_table(rows: Sequence[Efficacy]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    from grader.diagnosis.efficacy import Outcome
    from grader.numbers import percent, printable

    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    table.add_column("message", ratio=1)
    for name in ("helped (95 %)", "told", "other", "again", "left"):
        table.add_column(name, justify="right", no_wrap=True)
    for row in rows:
        low, high = row.interval
        what = Text.assemble((printable(f"{row.exercise}: {row.mistake}"), "bold"), "\n", printable(row.headline))
        share = f"{percent(row.removed, row.followed)} ({100 * low:.0f}–{100 * high:.0f})"
        counts = [row.counts[outcome] for outcome in (Outcome.REPLACED, Outcome.AGAIN, Outcome.GAVE_UP)]
        table.add_row(what, share, *(f"{count:,}" for count in (row.told, *counts)))
    show(table)
    click.echo(
        "helped: of the changed programs that came next, those without the fault and without a new one.\n"
        "other: the fault was gone, another came. again: still there. left: no changed program came."
    )

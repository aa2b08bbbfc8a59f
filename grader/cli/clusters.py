"""grader clusters: what nobody has a name for yet, the most frequent first."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from grader.cli.options import example
from grader.cli.parts import Parts
from grader.cli.program import Refusal
from grader.cli.results import opened_again, out_argument, surveyed
from grader.cli.terminal import plain, say, show

if TYPE_CHECKING:
    from rich.console import RenderableType

    from grader.diagnosis.clusters import Cluster, Member, Survey
    from grader.store import ResultStore

LINES_SHOWN = 30
WIDEST_LINE = 110
PEOPLE_SHOWN = 8
SHOWN = 5


@click.command(
    "clusters",
    short_help="Show the wrong answers that no mistake explains yet.",
    epilog=example("grader clusters results/", "grader clusters results/ --exercise mse --limit 20"),
)
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path))
@click.option("--exercise", metavar="STEM", help="Of this exercise only.")
@click.option("--limit", metavar="N", type=click.IntRange(min=1), default=SHOWN, help="At most so many (5 as a rule).")
@click.option("--named", is_flag=True, help="Show those that have a name, in place of those that have none.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, and nothing else.")
@click.pass_obj
def command(parts: Parts, out: Path, exercise: str | None, limit: int, named: bool, as_json: bool) -> None:
    """Show the wrong answers in OUT that no mistake explains yet, the most frequent first.

    Submissions that answer the same questions alike are one cluster. `grader name` says what is wrong with it, to
    all of its learners at once. No submission is run.
    """
    with opened_again(parts, out) as store:
        found = surveyed(store)
        among = [one for one in (found.named if named else found.clusters) if exercise in (None, one.face.exercise)]
        _refuse_unknown(exercise, among, store)
        shown = among[:limit]
        samples = [store.shortest_source([member.submission for member in one.members]) for one in shown]
    total = sum(len(one.members) for one in among)
    if as_json:
        listed = [_as_json(one, sample, total) for one, sample in zip(shown, samples, strict=True)]
        click.echo(json.dumps({"submissions": total, "not_compared": found.mute, "clusters": listed}, indent=2))
        return
    _print_head(among, named)
    for one, sample in zip(shown, samples, strict=True):
        show(*_described(one, sample, total))
        click.echo(f"\n  {_next_command(one, out)}")  # on one line however long, to be copied
    _tell_rest(len(among) - len(shown), found, exercise)


def _refuse_unknown(exercise: str | None, among: Sequence[Cluster], store: ResultStore) -> None:
    """A stem that nobody handed in is a slip of the pen more often than a question."""
    if exercise is None or among:
        return
    known = sorted({report.exercise for report in store.graded()})
    if exercise not in known:
        raise Refusal(plain(f'Nobody handed in "{exercise}". These results are of: {", ".join(known) or "nobody"}.'))


# --- for people -----------------------------------------------------------------------------------------------


def _print_head(among: Sequence[Cluster], named: bool) -> None:
    from grader.numbers import count

    total = sum(len(one.members) for one in among)
    if not among:
        click.echo("No cluster has a name." if named else "Nothing to name: a mistake is named wherever one can be.")
        return
    learners = len({member.who for one in among for member in one.members})
    verb = "has" if total == 1 else "have"
    state = "a name from you" if named else "no named mistake"
    kinds = count(len(among), "cluster")
    click.echo(f"{count(total, 'submission')} of {count(learners, 'learner')} {verb} {state}: {kinds}.")


def _tell_rest(left: int, found: Survey, exercise: str | None) -> None:
    from grader.numbers import count

    if left:
        click.echo(f"\n{count(left, 'smaller cluster')} more: --limit shows them.")
    if found.mute and exercise is None:
        say(
            f"{count(found.mute, 'more submission')} without a named mistake cannot be compared: "
            "it is not known how they answer the same questions."
        )


def _described(one: Cluster, sample: tuple[str, str] | None, total: int) -> Iterator[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text

    from grader.numbers import count, percent

    head = Text(f"\n{one.id}", "bold")
    head.append(f"  {count(len(one.members), 'submission')} of {count(one.learners, 'learner')}", "not bold")
    if one.name is None:
        head.append(f", {percent(len(one.members), total)} of those without a name", "not bold")
    yield head
    yield Padding(_facts(one), (0, 0, 0, 2))
    if one.members:
        yield Padding(_program(one, sample), (1, 0, 0, 2))


def _facts(one: Cluster) -> RenderableType:
    from rich.table import Table
    from rich.text import Text

    from grader.numbers import printable

    table = Table.grid(padding=(0, 2))
    if one.name is not None:
        table.add_row(Text("named", "dim"), Text(f"{one.name.mistake}, {_when(one)}"))
        table.add_row(Text("told", "dim"), Text(printable(f"{one.name.headline} {one.name.message}")))
    elif one.told is not None:
        table.add_row(Text("told so far", "dim"), Text(printable(one.told.headline)))
    for name, value in _asked_and_answered(one):
        table.add_row(Text(name, "dim"), Text(value))
    table.add_row(Text("who", "dim"), Text(_people(one.members)))
    return table


def _when(one: Cluster) -> str:
    from grader.numbers import printable

    if one.name is None:
        return ""
    by = f" by {one.name.named_by}" if one.name.named_by else ""
    return printable(f"on {one.name.named_at:%Y-%m-%d}{by}")


def _asked_and_answered(one: Cluster) -> Iterator[tuple[str, str]]:
    from grader.render.evidence import numbers

    if one.told is None:
        return
    shown = numbers(one.told.evidence)
    if shown.inputs:
        yield "asked", ", ".join(f"{name} = {value}" if name else value for name, value in shown.inputs)
    if shown.rows:
        several = len(shown.rows) > 1
        yield "answered", ", ".join(f"{row.name} = {row.yours}" if several else row.yours for row in shown.rows)
    if one.face.unmet:
        yield "asked", "every probe is answered right, and these checks fail:"
        yield "", ", ".join(one.face.unmet)


def _people(members: Sequence[Member]) -> str:
    names = list(dict.fromkeys(map(_person, members)))
    left = len(names) - PEOPLE_SHOWN
    return ", ".join(names[:PEOPLE_SHOWN]) + (f" and {left:,} more" if left > 0 else "")


def _person(member: Member) -> str:
    """Who it is; without a name, the place of the file."""
    from grader.numbers import elided, printable
    from grader.render.words import person

    return elided(printable(member.origin), 60) if member.learner is None else person(member.learner)


def _program(one: Cluster, sample: tuple[str, str] | None) -> RenderableType:
    """The shortest program, as text that moves no cursor, and no longer than people read."""
    from rich.text import Text

    if sample is None:
        return Text("Their programs were not kept: an earlier grader graded them. Grade once more to have one shown.")
    submission, source = sample
    author = next(member for member in one.members if member.submission == submission)
    text = Text(f"the shortest program, by {_person(author)}", "dim")
    lines, left = _readable(source)
    for line in lines:
        text.append(f"\n  {line}", "not dim")
    if left:
        text.append(f"\n  … {left:,} more lines; --json has all of them", "not dim")
    return text


def _readable(source: str) -> tuple[list[str], int]:
    from grader.numbers import elided, printable

    lines = source.strip("\r\n").splitlines()
    shown = [elided(printable(line.expandtabs(4)), WIDEST_LINE) for line in lines[:LINES_SHOWN]]
    return shown, len(lines) - len(shown)


def _next_command(one: Cluster, out: Path) -> str:
    command = f"grader name {one.id} {out_argument(out)}"
    return f"take the name away: {command} --remove" if one.name is not None else f"name it: {command}"


# --- for programs ---------------------------------------------------------------------------------------------


def _as_json(one: Cluster, sample: tuple[str, str] | None, total: int) -> Mapping[str, Any]:
    told = one.told
    return {
        "cluster": one.id,
        "exercise": one.face.exercise,
        "submissions": len(one.members),
        "learners": one.learners,
        "share": round(len(one.members) / total, 4) if total else 0.0,
        "told": told.headline if told else None,
        "inputs": told.evidence.inputs if told else None,
        "yours": told.evidence.yours if told else None,
        "probes": one.face.probes,
        "answers": one.face.answers,
        "unmet": one.face.unmet,
        "sample": {"submission": sample[0], "source": sample[1]} if sample else None,
        "members": [member._asdict() for member in one.members],
        "name": one.name.model_dump(mode="json", exclude={"cluster", "face"}) if one.name else None,
    }

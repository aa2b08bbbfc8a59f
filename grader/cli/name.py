"""grader name: what is wrong with a cluster, in a teacher's words, for all who are in it."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli.options import course_option, example, language_option
from grader.cli.pages import write_results
from grader.cli.parts import Parts
from grader.cli.program import STOPPED, Refusal
from grader.cli.results import chosen, opened_again, out_argument, surveyed
from grader.cli.terminal import plain

if TYPE_CHECKING:
    from grader.diagnosis.clusters import Cluster
    from grader.model import Course
    from grader.store import ResultStore

_ASKED = {
    "id": "A short name for the mistake, like forgot-the-mean",
    "headline": "Headline: what the code does, in one sentence",
    "message": "Message: what to look at",
    "question": "Question: what leads to the next step",
}


@click.command(
    "name",
    short_help="Say what is wrong with a cluster, to all who are in it.",
    epilog=example(
        "grader name mse-3f9a2c1b results/",
        'grader name mse-3f9 results/ --id weighted-mean --headline "You weigh the examples." \\',
        '      --message "Each counts as much as any other." --question "What is a mean?"',
        "grader name mse-3f9 results/ --remove",
    ),
)
@click.argument("cluster")
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path))
@click.option("--id", "mistake", metavar="ID", help="A name for the mistake, like forgot-the-mean.")
@click.option("--headline", metavar="TEXT", help="What the code does, in one sentence.")
@click.option("--message", metavar="TEXT", help="What to look at.")
@click.option("--question", metavar="TEXT", help="What leads to the next step.")
@click.option("--remove", is_flag=True, help="Take the name away again.")
@language_option
@course_option
@click.pass_obj
def command(
    parts: Parts,
    cluster: str,
    out: Path,
    mistake: str | None,
    headline: str | None,
    message: str | None,
    question: str | None,
    remove: bool,
    language: str | None,
    course: Path | None,
) -> None:
    """Say what is wrong with CLUSTER in OUT: every report in it tells the learner, and so do later ones.

    CLUSTER is an id that `grader clusters` shows, or the beginning of one. On a terminal, what is missing is asked
    for. What has a name can be given another. No submission is run, and no score changes.
    """
    given = {"id": mistake, "headline": headline, "message": message, "question": question}
    texts = {option: _checked(option, text) for option, text in given.items() if text is not None}
    if remove and texts:
        raise Refusal("--remove takes a name away; it goes with no other option.")
    root = parts.course_root(course)
    loaded = parts.load(root)
    tongue = parts.open_language(language or loaded.language, root)
    with opened_again(parts, out) as store:
        done = _remove(store, cluster, out) if remove else _name(store, cluster, out, texts, loaded)
        write_results(store, loaded, tongue, now=datetime.now())
    click.echo(f"{done}\nSee {plain(str(out / 'index.html'))}")


def _remove(store: ResultStore, beginning: str, out: Path) -> str:
    listing = f"`grader clusters {out_argument(out)} --named`"
    found = chosen(surveyed(store).named, beginning, "named cluster", listing)
    store.unname(found.id)
    return f"{found.id} has no name any more; {_reports(found)} again what the grader found."


def _name(store: ResultStore, beginning: str, out: Path, texts: Mapping[str, str], course: Course) -> str:
    from grader.diagnosis.clusters import Name

    found = surveyed(store)
    one = chosen([*found.clusters, *found.named], beginning, "cluster", f"`grader clusters {out_argument(out)}`")
    _refuse_another_course(one, course)
    told = _all_texts(one, texts)
    store.name(
        Name(
            cluster=one.id,
            face=one.face,
            mistake=told["id"],
            headline=told["headline"],
            message=told["message"],
            question=told["question"],
            named_at=datetime.now(UTC),
            named_by=_who(),
        )
    )
    return f"{one.id} is named {told['id']}; {_reports(one)} it."


def _reports(one: Cluster) -> str:
    from grader.numbers import count

    number = len(one.members)
    return f"{count(number, 'report')} of {count(one.learners, 'learner')} {'says' if number == 1 else 'say'}"


def _refuse_another_course(one: Cluster, course: Course) -> None:
    if one.face.course != course.name:
        raise Refusal(
            plain(
                f"These results are of the course {one.face.course}, and this is {course.name}. Name it: --course DIR."
            )
        )


# --- the texts ------------------------------------------------------------------------------------------------


def _all_texts(one: Cluster, texts: Mapping[str, str]) -> dict[str, str]:
    """What was given, what the cluster has already, and the rest asked for. Raises Refusal when nobody can be asked."""
    known = {**_texts_of(one), **texts}
    missing = [option for option in _ASKED if option not in known]
    if missing and not _on_a_terminal():
        raise Refusal(f"Say as well: {', '.join(f'--{option}' for option in missing)}.")
    try:
        return known | {option: str(click.prompt(_ASKED[option], value_proc=_answer_to(option))) for option in missing}
    except click.Abort:
        raise Refusal(f"{STOPPED} Nothing was named.") from None


def _texts_of(one: Cluster) -> dict[str, str]:
    name = one.name
    if name is None:
        return {}
    return {"id": name.mistake, "headline": name.headline, "message": name.message, "question": name.question}


def _on_a_terminal() -> bool:
    return sys.stdin.isatty()


def _answer_to(option: str) -> Callable[[str], str]:
    """What turns an answer into a text. Raises UsageError for one that does not do, and click asks once more."""

    def read(answer: str) -> str:
        try:
            return _checked(option, answer)
        except Refusal as problem:
            raise click.UsageError(problem.message) from problem

    return read


def _checked(option: str, text: str) -> str:
    """The text, if it says something a learner can be told. Raises Refusal with what is wrong."""
    from pydantic import TypeAdapter, ValidationError

    from grader.diagnosis.mistakes import Headline, Message, MistakeId, Question

    rules = {"id": MistakeId, "headline": Headline, "message": Message, "question": Question}
    if text != text.encode("utf-8", "replace").decode():
        raise Refusal(f"--{option}: holds bytes that are no text.")
    try:
        checked: str = TypeAdapter(rules[option]).validate_python(" ".join(text.split()))
        return checked
    except ValidationError as problem:
        said = problem.errors()[0]["msg"].removeprefix("Value error, ")
        raise Refusal(plain(f"--{option}: {said}.")) from problem


def _who() -> str | None:
    """The name of this account, where the machine knows one."""
    with suppress(Exception):
        return getpass.getuser()
    return None

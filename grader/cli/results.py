"""The folder of results that a command is given, and the clusters in it."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from grader.cli.parts import Parts
from grader.cli.program import Refusal
from grader.cli.terminal import plain

if TYPE_CHECKING:
    from grader.diagnosis.clusters import Cluster, Survey
    from grader.store import ResultStore

DATABASE = "grader.db"
MOST_TOLD = 5


def opened(parts: Parts, out: Path) -> ResultStore:
    """The results in OUT, which is made when it is missing. Raises Refusal when OUT cannot hold results."""
    from grader.store import StoreError

    try:
        return parts.open_store(out / DATABASE)
    except StoreError as error:  # nothing has been done yet: this is about the folder that was named
        raise Refusal(plain(str(error))) from error


def opened_again(parts: Parts, out: Path) -> ResultStore:
    """The results that `grader grade` has left in OUT. Raises Refusal when there are none: nothing is made."""
    if not (out / DATABASE).is_file():
        raise Refusal(
            plain(
                f"{out} holds no results (no {DATABASE}). `grader grade PATH... --out {out_argument(out)}` makes them."
            )
        )
    return opened(parts, out)


def out_argument(out: Path) -> str:
    """OUT as it can be typed into a shell."""
    return shlex.quote(plain(str(out)))


def surveyed(store: ResultStore) -> Survey:
    """What is not known in this class, and what has been named."""
    from grader.diagnosis.clusters import Names, survey

    return survey(store.graded(), Names(store.names()))


def chosen(clusters: Sequence[Cluster], beginning: str, what: str, where: str) -> Cluster:
    """The one cluster whose id is, or begins with, what was typed. Raises Refusal when it is none or several."""
    found = [one for one in clusters if one.id == beginning] or [
        one for one in clusters if beginning and one.id.startswith(beginning)
    ]
    if not found:
        raise Refusal(plain(f'There is no {what} "{beginning}". {where} lists them all.'))
    if len(found) > 1:
        ids = ", ".join(one.id for one in found[:MOST_TOLD]) + (", ..." if len(found) > MOST_TOLD else "")
        raise Refusal(plain(f'"{beginning}" begins {len(found)} ids: {ids}. Type more of the one you mean.'))
    return found[0]

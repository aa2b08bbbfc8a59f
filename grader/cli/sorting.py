"""What is not graded: results among submissions, and files that are nobody's submission. Nothing is left out in
silence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from grader.cli.program import Refusal
from grader.cli.terminal import plain, say

if TYPE_CHECKING:
    from grader.intake import Found
    from grader.store import ResultStore

LISTED = 10
UNMATCHED = "unmatched.txt"


def refuse_mixing(paths: Sequence[Path], out: Path) -> None:
    """Results never go into the very folder that holds submissions."""
    for path in paths:
        if path.is_dir() and path.resolve() == out.resolve():
            raise Refusal(
                plain(f"{out} holds the submissions, and results would mix with them. Try --out {out / 'results'}.")
            )


def without_results(found: Found, paths: Sequence[Path], out: Path) -> Found:
    """OUT may lie inside a folder of submissions; what is in it was made by us."""
    ours = tuple(f"{place}/" for path in paths if (place := _place(out, path)))
    if not ours:
        return found
    return replace(
        found,
        submissions=tuple(one for one in found.submissions if not one.origin.startswith(ours)),
        unmatched=tuple(one for one in found.unmatched if not one.origin.startswith(ours)),
    )


def _place(out: Path, path: Path) -> str | None:
    """OUT as an origin below `path`, or None when it lies elsewhere."""
    from grader.intake.shown import visible

    inside, root = out.resolve(), path.resolve()
    if inside == root or not inside.is_relative_to(root):
        return None
    return "/".join((visible(str(path)).rstrip("/"), *map(visible, inside.relative_to(root).parts)))


def tell_left_out(found: Found, out: Path) -> None:
    """The first few of each kind; all of them go to OUT."""
    _tell(list(found.warnings), "warning", out)
    _tell([f"Not graded: {one.origin}: {one.reason}" for one in found.unmatched], "file", out)


def _tell(lines: Sequence[str], what: str, out: Path) -> None:
    for line in lines[:LISTED]:
        say(line)
    if len(lines) > LISTED:
        say(f"... and {len(lines) - LISTED} more {what}s; all are in {out / UNMATCHED}")


def write_left_out(store: ResultStore, found: Found) -> None:
    write_lines(store, UNMATCHED, [*found.warnings, *(f"{one.origin}: {one.reason}" for one in found.unmatched)])


def write_lines(store: ResultStore, name: str, lines: Sequence[str]) -> None:
    """A list for the teacher; when there is nothing to tell, no file of an earlier run stays either."""
    if lines:
        store.write_text(name, "".join(f"{plain(line)}\n" for line in lines))
    else:
        store.remove(name)

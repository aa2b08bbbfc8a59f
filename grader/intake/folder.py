"""A folder's files, depth first and sorted, without following links."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from grader.intake.entries import INSTALLED_REASON, Entry, is_installed, is_litter
from grader.intake.problems import IntakeError, system_reason
from grader.intake.reading import Blob, moment, read_path
from grader.intake.shown import visible


def folder_entries(root: Path) -> Iterator[Entry]:
    """Everything below `root`. Raises IntakeError when the folder itself cannot be listed."""
    shown = visible(str(root))
    try:
        # The true place, so that a file reached by two of the given paths is known to be the same.
        level = _listing(root.resolve())
    except OSError as error:
        raise IntakeError(
            f"The folder {shown} cannot be listed ({system_reason(error)}). Allow reading it and try again."
        ) from None
    # A stack, not recursion: learners' archives unpack to folders of any depth.
    waiting: list[tuple[tuple[str, ...], os.DirEntry[str]]] = [((), found) for found in level]
    while waiting:
        above, found = waiting.pop()
        if is_litter(found.name):
            continue
        parts = (*above, visible(found.name))
        entry = _entry(parts, "/".join((shown.rstrip("/"), *parts)), found)
        yield entry
        if not entry.is_folder or entry.refused:
            continue
        try:
            waiting += [(parts, below) for below in _listing(Path(found.path))]
        except OSError as error:
            yield Entry(parts, entry.origin, refused=f"the folder cannot be listed: {system_reason(error)}")


def _listing(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda entry: entry.name, reverse=True)


def _entry(parts: tuple[str, ...], origin: str, found: os.DirEntry[str]) -> Entry:
    path = Path(found.path)
    try:
        status = found.stat(follow_symlinks=False)
    except OSError as error:
        return Entry(parts, origin, refused=f"the system says: {system_reason(error)}")
    if stat.S_ISLNK(status.st_mode):
        # A link could show a learner any file of the teacher's machine, a solution for one.
        return Entry(parts, origin, problem="it is a link to another place; hand in the file itself")
    if stat.S_ISDIR(status.st_mode):
        return Entry(parts, origin, is_folder=True, refused=INSTALLED_REASON if is_installed(found.name) else None)
    if not stat.S_ISREG(status.st_mode):
        return Entry(parts, origin, problem="it is a device or another special file; hand in a plain file")
    fetch = partial(_fetch, path)
    return Entry(parts, origin, submitted_at=moment(status.st_mtime), fetch=fetch, path=path)


def _fetch(path: Path, cap: int) -> Blob:
    return read_path(path, cap, follow_links=False)

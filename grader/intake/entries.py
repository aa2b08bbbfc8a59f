"""What a folder and an archive have in common: entries, each at a place below the path that was given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from grader.intake.problems import Unreadable
from grader.intake.reading import Blob


def _nothing_to_fetch(cap: int) -> Blob:
    raise Unreadable("it is not a regular file")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing found. `parts` are its names below the path that was given, fit to be shown.

    `refused` says why it is not even looked at; `problem` why what may be somebody's answer cannot be read
    (both are clauses). `fetch(cap)` has to be called before the next entry is asked for: an archive is
    read in one pass.
    """

    parts: tuple[str, ...]
    origin: str
    submitted_at: datetime | None = None
    refused: str | None = None
    problem: str | None = None
    is_folder: bool = False
    fetch: Callable[[int], Blob] = _nothing_to_fetch
    path: Path | None = None
    """where it is on disk; None inside an archive"""

    @property
    def name(self) -> str:
        return self.parts[-1]


_LITTER = {"__pycache__", "__MACOSX", "Thumbs.db", "desktop.ini"}
_INSTALLED = {"site-packages", "node_modules", "venv"}


def is_litter(name: str) -> bool:
    """Hidden files and what systems and tools leave behind: never anybody's work."""
    return name.startswith(".") or name in _LITTER


def is_installed(name: str) -> bool:
    """Folders of other people's packages: thousands of files, some with the name of an exercise."""
    return name in _INSTALLED


INSTALLED_REASON = "it is a folder of installed packages"

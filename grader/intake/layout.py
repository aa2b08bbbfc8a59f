"""Whose work is it? The places of all files under one path tell together; no file can tell alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from grader.intake.naming import NameMatch, Stems, folder_learner, moodle_folder
from grader.intake.reading import Reading
from grader.intake.shown import listed

SUBMITTED = "submitted"
_NBGRADER_OTHERS = {"source", "release", "autograded", "feedback"}


@dataclass(frozen=True, slots=True)
class Root:
    """A path that was given. `label` is what it would call a learner whose files lie directly in it."""

    shown: str
    kind: Literal["folder", "archive", "file"]
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A file that names an exercise, read, not yet anybody's. `folders` lie between root and file."""

    folders: tuple[str, ...]
    origin: str
    match: NameMatch
    reading: Reading
    submitted_at: datetime | None = None


def without_nbgrader_copies(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """(what learners handed in, what was made from it): nbgrader keeps both side by side."""
    if not any(len(piece.folders) > 1 and piece.folders[0] == SUBMITTED for piece in pieces):
        return list(pieces), []
    kept: list[Piece] = []
    copies: list[Piece] = []
    for piece in pieces:
        (copies if piece.folders and piece.folders[0] in _NBGRADER_OTHERS else kept).append(piece)
    return kept, copies


def learners_of(root: Root, pieces: Sequence[Piece], stems: Stems) -> tuple[list[str | None], list[str]]:
    """The learner of each piece, and what a teacher should know about how they were found."""
    warnings = []
    wrapper = _wrapper(root, pieces, stems)
    skip = 0 if wrapper is None else 1
    if wrapper is not None and wrapper != root.label:
        warnings.append(f'"{wrapper}" in {root.shown} was taken for the folder of a class: several learners are in it.')
    learners = [_learner(piece.folders[skip:], piece.match, stems) for piece in pieces]
    warnings += _classes_taken_for_learners(root, pieces, learners, skip)
    answers = [learner for piece, learner in zip(pieces, learners, strict=True) if piece.match.is_code]
    if root.label and answers and all(learner is None for learner in answers):
        learners = [folder_learner(root.label) if piece.match.is_code else None for piece in pieces]
    return learners, warnings


def _learner(folders: Sequence[str], match: NameMatch, stems: Stems) -> str | None:
    """What a learning platform wrote counts most, then the first folder not named after an exercise."""
    for folder in folders:
        if learner := moodle_folder(folder):
            return learner
    if match.lms_learner:
        return match.lms_learner
    if nbgrader := _nbgrader_learner(folders):
        return nbgrader
    return next((folder for folder in folders if folder not in stems), match.prefix)


def _nbgrader_learner(folders: Sequence[str]) -> str | None:
    """submitted/<learner>/<assignment>/, with or without the course's folder above."""
    if len(folders) >= 2 and folders[0] == SUBMITTED:
        return folders[1]
    if len(folders) >= 4 and folders[1] == SUBMITTED:
        return folders[2]
    return None


def _wrapper(root: Root, pieces: Sequence[Piece], stems: Stems) -> str | None:
    """The one folder that packing (or unpacking) put around the whole class, or None.

    A folder around everything is a learner's own, unless below it the same exercise belongs to several.
    """
    firsts = {piece.folders[0] if piece.folders else None for piece in pieces}
    wrapper = firsts.pop() if len(firsts) == 1 else None
    if wrapper is None or moodle_folder(wrapper) or wrapper == SUBMITTED:
        return None
    if root.kind == "folder" and wrapper != root.label:
        return None
    below = defaultdict(set)
    for piece in pieces:
        below[piece.match.exercise].add(_learner(piece.folders[1:], piece.match, stems))
    return wrapper if any(len(learners - {None}) > 1 for learners in below.values()) else None


def _classes_taken_for_learners(
    root: Root, pieces: Sequence[Piece], learners: Sequence[str | None], skip: int
) -> list[str]:
    inner: dict[tuple[str, str], set[str]] = defaultdict(set)
    for piece, learner in zip(pieces, learners, strict=True):
        folders = piece.folders[skip:]
        if len(folders) > 1 and folders[0] == learner:
            inner[learner, piece.match.exercise].add(folders[1])
    suspects: dict[str, set[str]] = defaultdict(set)
    for (learner, _), names in inner.items():
        if len(names) > 1:
            suspects[learner] |= names
    return [
        f'"{learner}" in {root.shown} was taken for one learner, but holds the same exercise in several '
        f"folders ({listed(sorted(names))}). If it is a class, give it as a path of its own."
        for learner, names in sorted(suspects.items())
    ]

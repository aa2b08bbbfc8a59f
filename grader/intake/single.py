"""One file that somebody named: either a Submission that can be graded, or a message that says what to do."""

from __future__ import annotations

import stat
from collections.abc import Collection
from pathlib import Path

from grader.intake.naming import CODE, Stems, is_archive, match_file, split_ending
from grader.intake.problems import IntakeError, Unreadable, system_reason
from grader.intake.reading import CAPS, as_source, fingerprint, moment, read_path
from grader.intake.shown import visible
from grader.model import Submission


def read_file(path: Path, *, exercise: str | None, learner: str | None, stems: Collection[str]) -> Submission:
    """The file at `path` as a Submission; the exercise is its stem unless named. Raises IntakeError."""
    shown = visible(str(path))
    modified = _modified(path, shown)
    name = visible(path.name)
    extension = _extension(name, shown)
    stem, notes = _exercise(exercise, name, shown, Stems(stems))
    try:
        blob = read_path(path, CAPS[extension], follow_links=True)
        text = as_source(blob, extension)
    except Unreadable as error:
        raise IntakeError(error.about(shown)) from None
    return Submission(
        exercise=stem,
        learner=None if learner is None else visible(learner),
        source=text.source,
        sha256=fingerprint(blob),
        origin=shown,
        submitted_at=moment(modified),
        notes=(*notes, *text.notes),
    )


def _modified(path: Path, shown: str) -> float:
    try:
        status = path.stat()
    except (FileNotFoundError, ValueError):
        raise IntakeError(f"There is no file {shown}. Check the spelling and the folder you are in.") from None
    except OSError as error:
        raise IntakeError(f"{shown} cannot be opened ({system_reason(error)}). Check the path.") from None
    if stat.S_ISDIR(status.st_mode):
        raise IntakeError(
            f"{shown} is a folder, and this grades one file. "
            f"Name the file in it, or grade the whole folder with `grader grade`."
        )
    if not stat.S_ISREG(status.st_mode):
        raise IntakeError(f"{shown} is a device or another special file. Name a .py or .ipynb file.")
    return status.st_mtime


def _extension(name: str, shown: str) -> str:
    extension = split_ending(name)[1]
    if extension in CODE:
        return extension
    if is_archive(name):
        raise IntakeError(f"{shown} is an archive, and this grades one file. Grade archives with `grader grade`.")
    raise IntakeError(f"{shown} is not a .py or .ipynb file. Save your answer as one of these and try again.")


def _exercise(named: str | None, name: str, shown: str, stems: Stems) -> tuple[str, tuple[str, ...]]:
    if named is not None:
        if found := stems.exactly(named):
            return found, ()
        raise IntakeError(f'There is no exercise "{visible(named)}". {_choice(named, stems)}')
    if match := match_file(name, stems):
        return match.exercise, match.notes
    base = split_ending(name)[0]
    raise IntakeError(
        f'The file name of {shown} says "{base}", which is no exercise. {_choice(base, stems)} '
        f"Rename the file, or name the exercise with --exercise."
    )


def _choice(name: str, stems: Stems) -> str:
    near = stems.close_to(name)
    guess = f"Did you mean {' or '.join(near)}? " if near else ""
    return f"{guess}The exercises are: {', '.join(stems.in_order)}."

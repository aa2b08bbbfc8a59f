"""Everything under some paths: what can be graded, what cannot, and what a teacher should look at."""

from __future__ import annotations

import stat
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from grader.intake.archive import archive_entries
from grader.intake.entries import Entry
from grader.intake.folder import folder_entries
from grader.intake.layout import Piece, Root, learners_of, without_nbgrader_copies
from grader.intake.naming import (
    CODE,
    INSTEAD_OF_CODE,
    NameMatch,
    Stems,
    archive_label,
    is_archive,
    match_file,
    split_ending,
    why_unmatched,
)
from grader.intake.problems import IntakeError, Unreadable, system_reason
from grader.intake.reading import CAPS, Blob, Reading, fingerprint, moment, read_path, reading_of
from grader.intake.shown import listed, visible
from grader.model import Submission


@dataclass(frozen=True, slots=True)
class Unmatched:
    """Something that is nobody's submission, and why."""

    origin: str
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """All that some paths hold, in an order that depends on names alone. Nothing is left out in silence."""

    submissions: tuple[Submission, ...]
    unmatched: tuple[Unmatched, ...]
    warnings: tuple[str, ...]


def find(paths: Sequence[Path], *, stems: Collection[str]) -> Found:
    """Looks through folders, archives and files.

    Raises IntakeError when a path does not exist, or when nothing at all is there to look at. A broken
    archive or an empty folder among several paths is a warning.
    """
    for path in paths:
        _refuse_missing(path)
    known, seen = Stems(stems), set[str]()
    gathered: list[_Gathering] = []
    failures: list[tuple[Path, IntakeError]] = []
    for path in paths:
        try:
            gathered.append(_gather(path, known, seen))
        except IntakeError as error:
            failures.append((path, error))
    if not gathered:
        raise (failures[0][1] if failures else IntakeError("No path was given. Name a folder, an archive or a file."))
    return _found(gathered, failures, known)


# --- gathering ------------------------------------------------------------------------------------


@dataclass
class _Gathering:
    """What one path holds. `seen` is shared by all paths: the files on disk that were read already."""

    root: Root
    stems: Stems
    seen: set[str]
    path: Path | None = None
    pieces: list[Piece] = field(default_factory=list)
    unmatched: list[Unmatched] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    read_before: int = 0
    _folders: set[tuple[str, ...]] = field(default_factory=set)

    @property
    def is_empty(self) -> bool:
        return not (self.pieces or self.unmatched or self.read_before)

    def take(self, entry: Entry, above: tuple[str, ...] = (), *, in_archive: bool = False) -> None:
        """Puts one entry where it belongs. `above` are the folders around the archive that it comes from."""
        if entry.path is not None:
            if str(entry.path) in self.seen:
                self.read_before += 1
                return
            self.seen.add(str(entry.path))
        if entry.refused is not None:
            self._leave(entry, entry.refused)
            return
        self._take_folders(entry, above, in_archive=in_archive)
        if entry.is_folder:
            return
        if is_archive(entry.name) and entry.path is not None:
            self._take_archive(entry, above)
        else:
            self._take_file(entry, above, in_archive=in_archive)

    def _leave(self, entry: Entry, reason: str) -> None:
        self.unmatched.append(Unmatched(entry.origin, reason))

    def _take_folders(self, entry: Entry, above: tuple[str, ...], *, in_archive: bool) -> None:
        """Folders named like a submission. An archive may list a folder itself, or only what is inside it."""
        first = 1 if in_archive else len(entry.parts)
        for depth in range(first, len(entry.parts) + (1 if entry.is_folder else 0)):
            parts = (*above, *entry.parts[:depth])
            name = parts[-1]
            if parts in self._folders or split_ending(name)[1] not in CODE:
                continue
            self._folders.add(parts)
            if match := match_file(name, self.stems):
                cut = sum(len(part) + 1 for part in entry.parts[depth:])
                problem = f"{name} is a folder, not a file; hand in the file itself."
                reading = Reading("", fingerprint(Blob(b"", 0)), problem)
                self.pieces.append(Piece(parts[:-1], entry.origin[: len(entry.origin) - cut], match, reading))

    def _take_file(self, entry: Entry, above: tuple[str, ...], *, in_archive: bool) -> None:
        match = match_file(entry.name, self.stems)
        if match is None or not (match.is_code or match.extension in INSTEAD_OF_CODE):
            self._leave(entry, entry.problem or _why_not(entry.name, self.stems, in_archive=in_archive))
        elif match.is_code and (match.prefix or "").lower() == "test":
            self._leave(entry, f"its name is that of a test of {match.exercise}")
        else:
            reading = _read(entry, match)
            self.pieces.append(Piece((*above, *entry.parts[:-1]), entry.origin, match, reading, entry.submitted_at))

    def _take_archive(self, entry: Entry, above: tuple[str, ...]) -> None:
        assert entry.path is not None
        inside = _Gathering(self.root, self.stems, self.seen)
        folders = (*above, *entry.parts[:-1], archive_label(entry.name, self.stems))
        try:
            with closing(archive_entries(entry.path, entry.origin)) as members:
                for member in members:
                    inside.take(member, folders, in_archive=True)
            if inside.is_empty:
                raise IntakeError(f"The archive {entry.origin} is empty.")
        except IntakeError as error:
            self._take_broken_archive(entry, above, error.message)
            return
        self.pieces += inside.pieces
        self.unmatched += inside.unmatched

    def _take_broken_archive(self, entry: Entry, above: tuple[str, ...], message: str) -> None:
        self.warnings.append(message)
        match = match_file(entry.name, self.stems)
        if match is None:
            self._leave(entry, message)
            return
        reading = Reading("", _fingerprint_of(entry), message)
        self.pieces.append(Piece((*above, *entry.parts[:-1]), entry.origin, match, reading, entry.submitted_at))


def _why_not(name: str, stems: Stems, *, in_archive: bool) -> str:
    if is_archive(name) and in_archive:
        return "it is an archive inside an archive; unpack it and put what it holds in its place"
    if split_ending(name)[1] in {".rar", ".7z"}:
        return "it is an archive of a kind that is not read here; pack it as .zip"
    return why_unmatched(name, stems)


def _read(entry: Entry, match: NameMatch) -> Reading:
    if entry.problem is not None:
        return Reading("", fingerprint(Blob(b"", 0)), Unreadable(entry.problem).about(entry.name))
    if not match.is_code:
        wanted = f"hand in {match.exercise}.py or {match.exercise}.ipynb"
        problem = f"{entry.name} is not a .py or .ipynb file, so it cannot be graded; {wanted}."
        return Reading("", _fingerprint_of(entry), problem)
    return reading_of(partial(entry.fetch, CAPS[match.extension]), match.extension, entry.name)


def _fingerprint_of(entry: Entry) -> str:
    try:
        return fingerprint(entry.fetch(CAPS[".py"]))
    except Unreadable:
        return fingerprint(Blob(b"", 0))


# --- one path -------------------------------------------------------------------------------------


def _refuse_missing(path: Path) -> None:
    try:
        path.stat()
    except (OSError, ValueError) as error:
        reason = "" if isinstance(error, FileNotFoundError | ValueError) else f" ({system_reason(error)})"
        raise IntakeError(
            f"There is nothing at {visible(str(path))}{reason}. Check the spelling and the folder you are in."
        ) from None


def _gather(path: Path, stems: Stems, seen: set[str]) -> _Gathering:
    shown = visible(str(path))
    real = path.resolve()
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        root = Root(shown, "folder", visible(real.name) or None)
        gathering = _Gathering(root, stems, seen)
        _take_all(gathering, folder_entries(path))
    elif not stat.S_ISREG(mode):
        raise IntakeError(f"{shown} is neither a file nor a folder. Name a folder, an archive or a file.")
    elif is_archive(path.name):
        root = Root(shown, "archive", archive_label(visible(path.name), stems))
        gathering = _Gathering(root, stems, seen)
        _take_root_archive(gathering, path, real)
    else:
        gathering = _Gathering(Root(shown, "file"), stems, seen, path=real)
        gathering.take(_file_entry(path, real, shown))
    if gathering.is_empty:
        raise IntakeError(f"There is nothing in {shown}. Check that it is the right {gathering.root.kind}.")
    return gathering


def _take_all(gathering: _Gathering, entries: Iterator[Entry], *, in_archive: bool = False) -> None:
    for entry in entries:
        gathering.take(entry, in_archive=in_archive)


def _take_root_archive(gathering: _Gathering, path: Path, real: Path) -> None:
    if str(real) in gathering.seen:
        gathering.read_before += 1
        return
    gathering.seen.add(str(real))
    with closing(archive_entries(real, gathering.root.shown)) as members:
        _take_all(gathering, members, in_archive=True)


def _file_entry(path: Path, real: Path, shown: str) -> Entry:
    def fetch(cap: int) -> Blob:
        return read_path(path, cap, follow_links=True)

    return Entry((visible(path.name),), shown, moment(path.stat().st_mtime), fetch=fetch, path=real)


# --- all paths together ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Owned:
    piece: Piece
    learner: str | None


def _found(gathered: Sequence[_Gathering], failures: Sequence[tuple[Path, IntakeError]], stems: Stems) -> Found:
    unmatched = [Unmatched(visible(str(path)), error.message) for path, error in failures]
    warnings = [error.message for _, error in failures]
    owned: list[_Owned] = []
    for gathering in gathered:
        unmatched += gathering.unmatched
        warnings += gathering.warnings
        kept, copies = without_nbgrader_copies(gathering.pieces)
        unmatched += [Unmatched(piece.origin, _nbgrader_reason(piece)) for piece in copies]
        learners, more = learners_of(gathering.root, kept, stems)
        warnings += more
        owned += [_Owned(piece, learner) for piece, learner in zip(kept, learners, strict=True)]
    owned, named = _named_by_their_folders(owned, gathered)
    owned, replaced = _without_replaced(owned)
    unmatched += replaced
    submissions = _told_apart(sorted((_submission(one) for one in owned), key=_order))
    warnings += [*named, *_overlaps(gathered), *_nameless(submissions), *_repeats(submissions)]
    return Found(tuple(submissions), tuple(sorted(unmatched, key=_place)), tuple(dict.fromkeys(warnings)))


def _nbgrader_reason(piece: Piece) -> str:
    return f"it lies in nbgrader's {piece.folders[0]}/; only what is in submitted/ was handed in"


def _order(submission: Submission) -> tuple[str, ...]:
    return submission.learner or "", submission.exercise, submission.origin, submission.sha256


def _place(unmatched: Unmatched) -> tuple[str, str]:
    return unmatched.origin, unmatched.reason


def _submission(owned: _Owned) -> Submission:
    piece = owned.piece
    return Submission(
        exercise=piece.match.exercise,
        learner=owned.learner,
        source=piece.reading.source,
        sha256=piece.reading.sha256,
        origin=piece.origin,
        submitted_at=piece.submitted_at,
        problem=piece.reading.problem,
        notes=(*piece.match.notes, *piece.reading.notes),
    )


def _told_apart(submissions: Sequence[Submission]) -> list[Submission]:
    """An archive may hold one name twice, a disk two spellings of it; results keep one report for each origin."""
    counts: Counter[tuple[str | None, str, str]] = Counter()
    apart = []
    for one in submissions:
        place = one.learner, one.exercise, one.origin
        counts[place] += 1
        number = counts[place]
        apart.append(one if number == 1 else one.model_copy(update={"origin": f"{one.origin} ({number})"}))
    return apart


def _without_replaced(owned: Sequence[_Owned]) -> tuple[list[_Owned], list[Unmatched]]:
    """mse.pdf is ada's answer, badly packed, only when there is a learner and no mse.py of hers."""
    answered = {(one.learner, one.piece.match.exercise) for one in owned if one.piece.match.is_code}
    kept, left = [], []
    for one in owned:
        match = one.piece.match
        if match.is_code or (one.learner is not None and (one.learner, match.exercise) not in answered):
            kept.append(one)
        else:
            left.append(Unmatched(one.piece.origin, one.piece.reading.problem or "it is not a .py or .ipynb file"))
    return kept, left


def _named_by_their_folders(owned: list[_Owned], gathered: Sequence[_Gathering]) -> tuple[list[_Owned], list[str]]:
    """`grade class/*/mse.py` names files, and only their folders differ: then those are the learners."""
    above = {one.root.shown: one.path.parent.name for one in gathered if one.path is not None}
    nameless = [one for one in owned if one.learner is None and one.piece.origin in above]
    places = defaultdict(set)
    counts = Counter(one.piece.match.exercise for one in nameless)
    for one in nameless:
        places[one.piece.match.exercise].add(above[one.piece.origin])
    clear = {exercise for exercise, names in places.items() if 1 < len(names) == counts[exercise]}
    if not clear:
        return owned, []
    renamed = [
        _Owned(one.piece, visible(above[one.piece.origin]))
        if one.learner is None and one.piece.origin in above and one.piece.match.exercise in clear
        else one
        for one in owned
    ]
    return renamed, ["Files were given without a learner's name; the folders they lie in were taken for the learners."]


def _overlaps(gathered: Sequence[_Gathering]) -> list[str]:
    count = sum(one.read_before for one in gathered)
    if not count:
        return []
    files = "One file lies" if count == 1 else f"{count} files lie"
    return [f"{files} under more than one of the given paths; each was read once."]


def _nameless(submissions: Sequence[Submission]) -> list[str]:
    origins = [one.origin for one in submissions if one.learner is None]
    if not origins:
        return []
    return [
        f"No learner is known for {listed(origins)}. Put each file into a folder named after its learner, "
        f"or name it like ada_mse.py."
    ]


def _repeats(submissions: Sequence[Submission]) -> list[str]:
    origins: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in submissions:
        if one.learner is not None:
            origins[one.learner, one.exercise].append(one.origin)
    return [
        f"{learner} has {len(places)} submissions of {exercise}, and all are kept: {listed(places)}."
        for (learner, exercise), places in origins.items()
        if len(places) > 1
    ]

"""File names say which exercise a file answers, and sometimes whose answer it is."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection
from dataclasses import dataclass

CODE = (".py", ".ipynb")
ARCHIVES = (".tar.gz", ".tar.bz2", ".tar.xz", ".zip", ".tar", ".tgz", ".tbz2", ".txz")

# No file system takes longer ones; an archive may hold them, and patterns take long over them.
LONGEST_NAME = 255

# What people hand in when they mean a .py file. Other files with an exercise's name are its data or pictures.
_DOCUMENTS = (".txt", ".doc", ".docx", ".odt", ".pages", ".pdf", ".rtf", ".md", ".html", ".htm")
INSTEAD_OF_CODE = frozenset({"", ".pyc", ".rar", ".7z", ".gz", *_DOCUMENTS, *ARCHIVES})

# What browsers, desktops and Canvas append to a name that is taken, and what people append themselves.
_COPY_MARK = re.compile(
    r"(?:[ _-]*\(\d{1,3}\)|[ _-]+v?\d{1,2}"
    r"|[ _-]+(?:copy|kopie|copie|copia|final|new)(?:[ _-]*\(?\d{1,2}\)?)?)$",
    re.I,
)
# lovelaceada_LATE_1234_56789_mse.py. An attachment's number is long: group_1_2_mse.py is no such name.
_CANVAS = re.compile(r"(?:(?P<name>.+?)_)??(?P<late>LATE_)?(?P<user>anon_[^_]+|\d+)_\d{3,}_(?P<rest>.+)", re.S)
# Ada Lovelace_123456_assignsubmission_file_ as a folder, or before the file's own name.
_MOODLE = re.compile(r"(?P<learner>.+?_\d+)_assignsubmission_[a-z]+_*(?P<rest>.*)", re.S)
_LATE = "Canvas marks it as late."


@dataclass(frozen=True, slots=True)
class NameMatch:
    """What a file's name tells.

    `prefix` stands before the exercise, as in ada_mse.py; `lms_learner` was put there by a learning platform.
    """

    exercise: str
    extension: str
    prefix: str | None = None
    lms_learner: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def is_code(self) -> bool:
        return self.extension in CODE


class Stems:
    """The exercises that a course has, ready for matching."""

    def __init__(self, stems: Collection[str]) -> None:
        self.in_order = tuple(stems)
        self._by_lower = {stem.lower(): stem for stem in stems}
        # The longest first: ada_gradient_step answers gradient_step, even where step is an exercise too.
        self._longest_first = sorted(self._by_lower, key=lambda stem: (-len(stem), stem))

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._by_lower

    def exactly(self, name: str) -> str | None:
        return self._by_lower.get(name.lower())

    def match(self, name: str) -> tuple[str, str | None] | None:
        """(exercise, what stands before it) for a name without its ending."""
        lower = name.lower()
        if lower in self._by_lower:
            return self._by_lower[lower], None
        for stem in self._longest_first:
            before = name[: -len(stem) - 1]
            if before and name[-len(stem) - 1 :].lower() == f"_{stem}":
                return self._by_lower[stem], before
        return None

    def close_to(self, name: str) -> list[str]:
        return [self._by_lower[near] for near in difflib.get_close_matches(name.lower()[:100], self._by_lower, n=3)]


def split_ending(name: str) -> tuple[str, str]:
    """mse.py -> mse and .py; the ending in small letters, and .tar.gz in one piece."""
    lower = name.lower()
    for ending in ARCHIVES:
        if lower.endswith(ending) and len(name) > len(ending):
            return name[: -len(ending)], ending
    base, dot, ending = name.rpartition(".")
    return (base, f".{ending.lower()}") if dot and base else (name, "")


def is_archive(name: str) -> bool:
    return split_ending(name)[1] in ARCHIVES


def match_file(name: str, stems: Stems) -> NameMatch | None:
    """What the name of a file says, or None when it names no exercise."""
    if len(name) > LONGEST_NAME:
        return None
    base, extension = split_ending(name)
    if extension not in CODE:
        base = re.sub(r"\.(?:py|ipynb)$", "", base, flags=re.I)  # mse.py.txt
    rest, lms_learner, notes = _without_lms(base)
    for candidate in _without_copy_marks(rest):
        if found := stems.match(candidate):
            exercise, prefix = found
            if candidate != rest:
                notes = (*notes, _read_as(name, f"{exercise}{extension}"))
            return NameMatch(exercise, extension, prefix, lms_learner, notes)
    return None


def folder_learner(name: str) -> str:
    """A learner's id from the name of their folder."""
    return moodle_folder(name) or name


def moodle_folder(name: str) -> str | None:
    moodle = _MOODLE.fullmatch(name)
    return moodle["learner"] if moodle and not moodle["rest"] else None


def archive_label(name: str, stems: Stems) -> str:
    """What an archive would be called were it a folder: lovelaceada_12_3456_answers.zip is lovelaceada_12."""
    base, _ = split_ending(name)
    _, lms_learner, _ = _without_lms(base)
    if lms_learner:
        return lms_learner
    for candidate in _without_copy_marks(base):
        if found := stems.match(candidate):
            return found[1] or found[0]
    return base


def why_unmatched(name: str, stems: Stems) -> str:
    """Why a file is no submission, as a clause."""
    base, extension = split_ending(name)
    if extension not in CODE:
        return "it is not a .py or .ipynb file"
    example = stems.in_order[0] if stems.in_order else "mse"
    near = stems.close_to(base)
    hint = (
        f"did you mean {near[0]}{extension}?" if near else f"expected a name such as {example}.py or ada_{example}.py"
    )
    return f"its name is not that of an exercise; {hint}"


def _read_as(name: str, exercise: str) -> str:
    return f'The file name "{name}" was read as {exercise}.'


def _without_lms(base: str) -> tuple[str, str | None, tuple[str, ...]]:
    """(the learner's own file name, whose it is, notes) when a learning platform wrote the name."""
    if (moodle := _MOODLE.fullmatch(base)) and moodle["rest"]:
        return moodle["rest"], moodle["learner"], ()
    if canvas := _CANVAS.fullmatch(base):
        learner = "_".join(part for part in (canvas["name"], canvas["user"]) if part)
        return canvas["rest"], learner, (_LATE,) if canvas["late"] else ()
    return base, None, ()


def _without_copy_marks(base: str) -> list[str]:
    """The name itself, then without "-1", " (2)", "_v3" and the like at its end."""
    names = [base]
    for _ in range(3 if len(base) <= LONGEST_NAME else 0):
        shorter = _COPY_MARK.sub("", names[-1])
        if not shorter or shorter == names[-1]:
            break
        names.append(shorter)
    return names

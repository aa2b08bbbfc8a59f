"""What the commands need from below, loaded when first asked for. Tests hand in parts of their own."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from grader.batch import Grades, MakeGrader
    from grader.calls import Isolation
    from grader.intake import Found
    from grader.language import Language
    from grader.model import Course, Submission
    from grader.store import ResultStore
    from grader.store.secret import Secret


class ReadFile(Protocol):
    def __call__(
        self, path: Path, *, exercise: str | None, learner: str | None, stems: Collection[str]
    ) -> Submission: ...


class Find(Protocol):
    def __call__(self, paths: Sequence[Path], *, stems: Collection[str]) -> Found: ...


def _course_root(named: Path | None) -> Path:
    """A folder that was named is the course, or an error; without a name the nearest course is looked for."""
    from grader.course import find_root

    return find_root(None) if named is None else named


def _load(root: Path) -> Course:
    from grader.course import load

    return load(root)


def _grader_of(root: Path, secret: bytes, trusted: bool, lines: bool) -> MakeGrader:
    from functools import partial

    from grader.batch import new_grader

    return partial(new_grader, root, secret, trusted, lines)


def _open_grader(root: Path, secret: bytes) -> Grades:
    from grader.grading import Grader

    return Grader(root, secret=secret, lines=True)


def _stub(root: Path, secret: bytes, stem: str, learner: str) -> str:
    from grader.grading import Grader

    with Grader(root, secret=secret) as grader:
        return grader.stub(stem, learner)


def _read_file(path: Path, *, exercise: str | None, learner: str | None, stems: Collection[str]) -> Submission:
    from grader.intake import read_file

    return read_file(path, exercise=exercise, learner=learner, stems=stems)


def _find(paths: Sequence[Path], *, stems: Collection[str]) -> Found:
    from grader.intake import find

    return find(paths, stems=stems)


def _open_store(path: Path) -> ResultStore:
    from grader.store import ResultStore

    return ResultStore(path)


def _secret() -> Secret:
    from grader.store.secret import course_secret

    return course_secret()


def _state() -> Path:
    from grader.store.state import state_folder

    return state_folder()


def _open_language(code: str, root: Path) -> Language:
    from grader.catalogs import open_language

    return open_language(code, root)


def _isolation() -> Isolation:
    from grader.box import open_box

    box = open_box()
    try:
        return box.isolation
    finally:
        box.close()


@dataclass(frozen=True)
class Parts:
    course_root: Callable[[Path | None], Path] = _course_root
    load: Callable[[Path], Course] = _load
    open_grader: Callable[[Path, bytes], Grades] = _open_grader
    grader_of: Callable[[Path, bytes, bool, bool], MakeGrader] = _grader_of
    stub: Callable[[Path, bytes, str, str], str] = _stub
    read_file: ReadFile = _read_file
    find: Find = _find
    open_store: Callable[[Path], ResultStore] = _open_store
    secret: Callable[[], Secret] = _secret
    state: Callable[[], Path] = _state
    open_language: Callable[[str, Path], Language] = _open_language
    isolation: Callable[[], Isolation] = _isolation

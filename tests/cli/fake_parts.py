"""A course and a grader that are not there, for a command that is: see `fake_grader` in tests/batch."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Any

from fake_grader import Factory, FakeGrader

from grader.calls import Isolation
from grader.cli.parts import Parts
from grader.course import CourseError
from grader.model import Course, Exercise, Lesson
from grader.store.secret import Secret


def _exercise(stem: str, lesson: str, title: str) -> Exercise:
    return Exercise(
        stem=stem,
        lesson=lesson,
        kind="function",
        title=title,
        statement=f"Write {stem}.",
        stub=f'"""{title}\n\nWrite {stem}.\n"""\n\n\ndef {stem}(x):\n    raise NotImplementedError\n',
        function=stem,
        parameters=("x",),
        outputs=("y",),
        hints=("a", "b", "c"),
        path=PurePosixPath(lesson, f"{stem}.py"),
        version="1",
    )


def fake_course() -> Course:
    return Course(
        name="fake",
        title="A fake course",
        lessons=(
            Lesson(stem="first", title="The first lesson", exercises=(_exercise("mse", "first", "Squares"),)),
            Lesson(
                stem="second",
                title="The second lesson",
                exercises=(
                    _exercise("gradient_step", "second", "A step"),
                    _exercise("add_bias", "second", "A bias"),
                ),
            ),
        ),
    )


class FakeParts:
    """What the commands are given: a fake course and grader, the real intake, store and pages."""

    def __init__(self, log: Path) -> None:
        self.course, self.log = fake_course(), log
        self.changes: dict[str, Any] = {}

    def _root(self, named: Path | None) -> Path:
        return named or Path("/course")

    def _load(self, root: Path) -> Course:
        if root == Path("/broken"):
            raise CourseError(["exercises/course.toml: is missing; add it", "solutions/mse.py: is missing; add it"])
        return self.course

    def _open(self, root: Path, secret: bytes) -> FakeGrader:
        grader = FakeGrader(self.log)
        grader.course = self._load(root)
        return grader

    def parts(self) -> Parts:
        values: dict[str, Any] = {
            "course_root": self._root,
            "load": self._load,
            "open_grader": self._open,
            "grader_of": lambda root, secret, trusted, lines: Factory(self.log),
            "secret": lambda: Secret(b"x" * 32, "a test"),
            "state": lambda: self.log.parent / "state",
            "isolation": lambda: Isolation("confined", ("landlock", "seccomp")),
        }
        return Parts(**(values | self.changes))

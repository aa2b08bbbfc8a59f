"""Collecting what is wrong with a course, so that an author sees all of it at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


class CourseError(Exception):
    """The course cannot be used. `problems` has one line each: path, what, what to do."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


class Problems:
    """The list being collected, with paths written relative to the course."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.lines: list[str] = []

    def add(self, path: Path, what: str, what_to_do: str) -> None:
        shown = path.relative_to(self.root) if path.is_relative_to(self.root) else path
        line = f"{shown}: {what}; {what_to_do}".replace("\n", " ")
        if line not in self.lines:
            self.lines.append(line)

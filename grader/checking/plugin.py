"""The pytest plugin behind checks/conftest.py: the fixtures `submission`, `solution` and `draw`.

Under `pytest checks/` the submission is the reference solution. While grading, `Current` says whose answers stand
behind it.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from grader.checking.subject import Reference, Subject
from grader.course import find_root, load, load_key
from grader.diagnosis.chain import Chain
from grader.diagnosis.draw import Draw

FIXTURES = frozenset({"submission", "solution", "draw"})


@dataclass
class Current:
    """What the fixtures give now. The grading session changes it from submission to submission."""

    subject: Subject | None = None
    solution: Subject | Chain | None = None
    seed: int = 0


CURRENT = pytest.StashKey[Current]()


@cache
def _exercises(root: Path) -> dict[str, tuple[Subject, Subject | Chain]]:
    course = load(root)
    found = {}
    for stem, exercise in course.exercises.items():
        key = load_key(root, exercise)
        reference = Reference(exercise, key.solution, key.carries)
        found[stem] = (Subject(exercise, reference), reference.chain or Subject(exercise, reference))
    return found


def stem_of(path: Path) -> str:
    return path.stem.removeprefix("test_")


def drawn(seed: int, name: str) -> Draw:
    """The inputs of one check: the same for the same seed, others for another."""
    return Draw((seed, zlib.crc32(name.encode())))


@pytest.fixture
def submission(request: pytest.FixtureRequest) -> Any:
    """The learner's functions and answers; the reference's when nothing is being graded."""
    stem = stem_of(request.path)
    current = request.config.stash.get(CURRENT, None)
    if current is not None and current.subject is not None:
        return current.subject
    return _exercises(find_root(request.path.parent))[stem][0]


@pytest.fixture
def solution(request: pytest.FixtureRequest) -> Any:
    """The hidden solution: its functions, or for blanks the chain that computes them."""
    current = request.config.stash.get(CURRENT, None)
    if current is not None and current.solution is not None:
        return current.solution
    return _exercises(find_root(request.path.parent))[stem_of(request.path)][1]


@pytest.fixture
def draw(request: pytest.FixtureRequest) -> Draw:
    """Irregular inputs, new for every submission."""
    current = request.config.stash.get(CURRENT, None)
    return drawn(current.seed if current is not None else 0, request.node.name)

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.store import ResultStore

# `fake_grader` is found by its plain name, here and in worker processes, which take over our path.
sys.path.append(str(Path(__file__).parent))


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "gradings.log"
    path.touch()
    return path


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ResultStore]:
    with ResultStore(tmp_path / "out" / "grader.db") as opened:
        yield opened

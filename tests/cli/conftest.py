from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from grader.cli import main

# The fakes are found by their plain names, here and in worker processes, which take over our path.
sys.path += [str(Path(__file__).parent), str(Path(__file__).parents[1] / "batch")]

from fake_parts import FakeParts

Grader = Callable[..., Result]


@pytest.fixture
def fakes(tmp_path: Path) -> FakeParts:
    log = tmp_path / "gradings.log"
    log.touch()
    return FakeParts(log)


@pytest.fixture
def grader(fakes: FakeParts) -> Grader:
    """The command, run in this process; keyword arguments replace parts."""

    def run(*arguments: object, **changes: Any) -> Result:
        fakes.changes = changes
        return CliRunner().invoke(main, [str(one) for one in arguments], obj=fakes.parts())

    return run


@pytest.fixture
def a_class(tmp_path: Path) -> Path:
    """Three learners: one passes, one fails, one has an exercise only by its name."""
    for place, source in (
        ("ada/mse.py", "pass"),
        ("ben/mse.py", "fail"),
        ("ben/gradient_step.py", "pass\n# more"),
        ("cleo_mse.py", "pass\n# cleo"),
    ):
        path = tmp_path / "class" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source)
    return tmp_path / "class"

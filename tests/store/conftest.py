from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from grader.model import IsolationReport, Report, Timing, Verdict
from grader.store import ResultStore

MakeReport = Callable[..., Report]


@pytest.fixture
def report() -> MakeReport:
    """A report of ada's mse, with whatever a test changes in it."""

    def make(**changes: Any) -> Report:
        values: dict[str, Any] = {
            "course": "networks",
            "exercise": "mse",
            "learner": "ada",
            "submission": "0" * 64,
            "verdict": Verdict.PASSED,
            "score": 8.0,
            "max_score": 8.0,
            "checks": (),
            "isolation": IsolationReport(level="confined"),
            "timing": Timing(total_ms=2.5),
            "grader": "0.1.0",
            "origin": "class/ada/mse.py",
        }
        return Report.model_validate(values | changes)

    return make


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ResultStore]:
    with ResultStore(tmp_path / "out" / "grader.db") as opened:
        yield opened

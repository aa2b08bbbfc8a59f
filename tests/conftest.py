"""One cache for all tests, and what they measured: of the diagnosis, how much was named and how much falsely."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

_PROPERTY = "measured"

# The tables of wrong models take a while to build. They are kept by their content, so every test, every process and
# the next run may share them; and nothing is ever written into the home of whoever runs the tests.
os.environ["GRADER_CACHE"] = str(Path(__file__).parents[1] / "build" / "tables")


@pytest.fixture
def measured(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Adds a line to the run's summary, also from a process that runs a part of the tests."""
    return lambda line: record_property(_PROPERTY, line)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    reports = [report for kind in ("passed", "failed") for report in terminalreporter.stats.get(kind, [])]
    lines = [value for report in reports for name, value in report.user_properties if name == _PROPERTY]
    if lines:
        terminalreporter.section("measured")
        for line in sorted(dict.fromkeys(lines)):
            terminalreporter.write_line(line)

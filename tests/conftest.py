"""What the tests measured, told at the end of the run: of the diagnosis, how much was named and how much falsely."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

_PROPERTY = "measured"


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

"""What the tests of the diagnosis measured, told at the end of the run: how much was named, and how much falsely."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

MEASURED = pytest.StashKey[list[str]]()


@pytest.fixture
def measured(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Adds a line to the run's summary."""
    lines = request.config.stash.setdefault(MEASURED, [])
    return lines.append


def pytest_terminal_summary(terminalreporter: Any) -> None:
    lines = terminalreporter.config.stash.get(MEASURED, [])
    if lines:
        terminalreporter.section("diagnosis, measured")
        for line in lines:
            terminalreporter.write_line(line)

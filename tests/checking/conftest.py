from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from .toys import CHECK, Opener, Toy, toy


@pytest.fixture
def open_toy(tmp_path: Path) -> Iterator[Opener]:
    """Writes a course with these checks and opens a session over it."""
    with ExitStack() as stack:

        def opened(checks: str = CHECK, conftest: str | None = None) -> Toy:
            return stack.enter_context(toy(tmp_path, checks, conftest))

        yield opened

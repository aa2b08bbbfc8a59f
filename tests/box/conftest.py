"""Boxes for the tests: each is opened once, since a box is made to serve many runs."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from grader.box import open_box
from grader.box.fake import FakeBox
from grader.calls import Box

REAL = [
    pytest.param("fork", marks=pytest.mark.skipif(sys.platform != "linux", reason="forks children")),
    "subprocess",
]


@pytest.fixture(scope="session")
def boxes() -> Iterator[dict[str, Box]]:
    opened: dict[str, Box] = {"fake": FakeBox(), "subprocess": open_box("subprocess")}
    if sys.platform == "linux":
        opened["fork"] = open_box("fork")
    yield opened
    for box in opened.values():
        box.close()


@pytest.fixture(params=[*REAL, "fake"])
def box(request: pytest.FixtureRequest, boxes: dict[str, Box]) -> Box:
    """Every box in turn: what is tested with it is promised by all of them."""
    return boxes[request.param]


@pytest.fixture(params=REAL)
def real_box(request: pytest.FixtureRequest, boxes: dict[str, Box]) -> Box:
    """Every box that has a process to end."""
    return boxes[request.param]

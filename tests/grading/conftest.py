from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from grader.box.fake import FakeBox
from grader.grading import Grader
from grader.model import Report, Submission

ROOT = Path(__file__).resolve().parents[2]
SECRET = b"the tests' own secret, 32 bytes!"


@pytest.fixture(scope="session")
def grader() -> Iterator[Grader]:
    with Grader(ROOT, box=FakeBox(), secret=SECRET) as opened:
        yield opened


@pytest.fixture
def grader_with() -> Iterator[Callable[..., Grader]]:
    """Opens a grader with another box or secret."""
    opened: list[Grader] = []

    def open_with(box: Any = None, secret: bytes = SECRET) -> Grader:
        opened.append(Grader(ROOT, box=box or FakeBox(), secret=secret))
        return opened[-1]

    yield open_with
    for one in opened:
        one.close()


def submission(source: str, exercise: str = "mse", learner: str | None = "ada", **more: Any) -> Submission:
    sha = hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()
    values = {"exercise": exercise, "learner": learner, "source": source, "sha256": sha, "origin": "here.py", **more}
    return Submission(**values)


def without_time(report: Report) -> dict[str, Any]:
    return {name: value for name, value in report.model_dump(by_alias=True).items() if name != "timing"}

from __future__ import annotations

import io
import json
import os
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from grader.intake import Found, find, read_file
from grader.model import Submission

STEMS = ("mse", "gradient_step", "add_bias", "step")
SOURCE = "def mse(predictions, targets):\n    return 0.0\n"

Files = Mapping[str, str | bytes]


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


@pytest.fixture
def put(tmp_path: Path) -> Callable[..., Path]:
    """Writes files below tmp_path; returns the folder that was asked for first."""

    def write(root: str, files: Files | None = None) -> Path:
        for name, content in (files or {}).items():
            path = tmp_path / root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_bytes(content))
        (tmp_path / root).mkdir(parents=True, exist_ok=True)
        return tmp_path / root

    return write


@pytest.fixture
def one_file(tmp_path: Path) -> Callable[..., Path]:
    def write(name: str, content: str | bytes = SOURCE) -> Path:
        path = tmp_path / name
        path.write_bytes(_bytes(content))
        return path

    return write


@pytest.fixture
def zipped(tmp_path: Path) -> Callable[..., Path]:
    def write(name: str, members: Files | list[tuple[zipfile.ZipInfo, bytes]]) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            pairs = members.items() if isinstance(members, Mapping) else members
            for member, content in pairs:
                archive.writestr(member, content)
        return path

    return write


@pytest.fixture
def tarred(tmp_path: Path) -> Callable[..., Path]:
    def write(name: str, members: Files, *, mode: str = "w", extra: tuple[tarfile.TarInfo, ...] = ()) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with tarfile.open(path, mode) as archive:
            for member, content in members.items():
                info = tarfile.TarInfo(member)
                info.size = len(_bytes(content))
                info.mtime = 1_700_000_000
                archive.addfile(info, io.BytesIO(_bytes(content)))
            for info in extra:
                archive.addfile(info)
        return path

    return write


@pytest.fixture
def look() -> Callable[..., Found]:
    def call(*paths: Path | str) -> Found:
        return find([Path(path) for path in paths], stems=STEMS)

    return call


@pytest.fixture
def learners(look: Callable[..., Found]) -> Callable[..., list[tuple[str | None, str]]]:
    """(learner, exercise) of everything found, in order."""

    def call(*paths: Path) -> list[tuple[str | None, str]]:
        return [(one.learner, one.exercise) for one in look(*paths).submissions]

    return call


@pytest.fixture
def check() -> Callable[..., Submission]:
    def call(path: Path | str, *, exercise: str | None = None, learner: str | None = None) -> Submission:
        return read_file(Path(path), exercise=exercise, learner=learner, stems=STEMS)

    return call


@pytest.fixture
def notebook() -> Callable[..., bytes]:
    """A notebook of format 4; a cell is the source of a code cell, or a whole cell."""

    def build(*cells: str | list[str] | dict[str, Any], **metadata: Any) -> bytes:
        whole = [
            cell if isinstance(cell, dict) else {"cell_type": "code", "metadata": {}, "source": cell} for cell in cells
        ]
        return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": whole}).encode()

    return build


@pytest.fixture
def forbid(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Makes one path impossible to open, even for a test that runs as root."""

    def refuse(path: Path) -> None:
        real_open, real_scandir = os.open, os.scandir

        def opened(name: Any, *args: Any, **kwargs: Any) -> int:
            if Path(name) == path:
                raise PermissionError(13, "Permission denied", str(path))
            return real_open(name, *args, **kwargs)

        def scanned(name: Any = ".") -> Any:
            if Path(name) == path:
                raise PermissionError(13, "Permission denied", str(path))
            return real_scandir(name)

        monkeypatch.setattr(os, "open", opened)
        monkeypatch.setattr(os, "scandir", scanned)

    return refuse

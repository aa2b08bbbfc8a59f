"""Keeps the tables of wrong models between runs, by the content they were built from.

A table is a cache: one that is missing, unreadable or from another version is built again.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import platformdirs

from grader.diagnosis import draw, edits, library, values
from grader.diagnosis.library import Library, Reference, ScaledInputs, Table, build_table, scaled
from grader.model import Exercise

FOLDER_VARIABLE = "GRADER_CACHE"


def cache_folder() -> Path:
    return Path(os.environ.get(FOLDER_VARIABLE) or platformdirs.user_cache_dir("downhill"))


def open_library(
    exercise: Exercise, reference: Reference, draw_inputs: Callable[..., Any], scaled_inputs: ScaledInputs = scaled
) -> Library:
    """The exercise's library, from the cache when it holds this very version."""
    path = cache_folder() / f"{exercise.stem}-{exercise.version}-{_engine_version()}.npz"
    table = _read(path)
    if table is None:
        table = build_table(reference, draw_inputs)
        _write(path, table)
    return Library(reference, draw_inputs, table, scaled_inputs)


@cache
def _engine_version() -> str:
    digest = hashlib.sha256(np.__version__.encode())
    for module in (draw, edits, library, values):
        digest.update(Path(module.__file__ or "").read_bytes())
    return digest.hexdigest()[:12]


def _read(path: Path) -> Table | None:
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            return Table.from_arrays(dict(arrays))
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return None


def _write(path: Path, table: Table) -> None:
    # Without a writable cache the table is built anew each time, which is slower and nothing else.
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".tmp", delete=False) as file:
            np.savez(file, **table.to_arrays())
        os.replace(file.name, path)

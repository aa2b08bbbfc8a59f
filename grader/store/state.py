"""The folder of this account in which `grader check` keeps what was tried, and who that is in a log."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

from platformdirs import user_state_path

from grader.store.problems import Advice, explained
from grader.store.secret import read_or_make

VARIABLE = "GRADER_STATE"
STATE = Advice(
    elsewhere=f"Name another folder with the variable {VARIABLE}",
    again="",
    damaged="Move it away; a new one is made then.",
)
_DIGITS = 16


def state_folder(environment: Mapping[str, str] | None = None) -> Path:
    """Where this account's attempts are kept; it need not be there yet."""
    named = (os.environ if environment is None else environment).get(VARIABLE)
    return Path(named) if named else user_state_path("downhill")


def make_folder(folder: Path) -> None:
    """Make it, for nobody else's eyes. Raises StoreError when there can be none."""
    with explained(folder, "made", STATE):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def own_pseudonym(folder: Path) -> str:
    """What stands for this account in a log: random, and the same each time. Raises StoreError."""
    make_folder(folder)
    path = folder / "pseudonym"
    with explained(path, "kept", STATE):
        return hashlib.sha256(read_or_make(path)).hexdigest()[:_DIGITS]

"""The course secret: what makes each learner's own numbers impossible to guess for others.

It is taken from GRADER_SECRET, else from a file of this account that is made once and stays.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

VARIABLE = "GRADER_SECRET"
_LENGTH = 32


@dataclass(frozen=True)
class Secret:
    """`place` says where it lives; `warning` is set when it will not be the same next time."""

    value: bytes
    place: str
    warning: str | None = None

    def __repr__(self) -> str:
        """Without the value: secrets must not reach a log by way of a traceback."""
        return f"Secret(place={self.place!r})"


def secret_path() -> Path:
    """Where the secret of this account lives."""
    return user_data_path("downhill") / "secret"


def course_secret(environment: Mapping[str, str] | None = None, path: Path | None = None) -> Secret:
    """The secret to grade with. Never fails: without a place to keep one, it lasts for this run only."""
    given = (os.environ if environment is None else environment).get(VARIABLE)
    if given:
        return Secret(given.encode("utf-8", "surrogateescape"), f"the variable {VARIABLE}")
    path = path or secret_path()
    try:
        value = read_or_make(path)
    except OSError as error:
        return _passing(f"The course secret cannot be kept in {path} ({error.strerror or error}).")
    if len(value) < _LENGTH:
        return _passing(f"The course secret in {path} is damaged; remove that file to have a new one made.")
    return Secret(value, str(path))


def _passing(why: str) -> Secret:
    consequence = (
        f"A passing one is used, so learners' own numbers will differ next time. Set {VARIABLE} to keep them the same."
    )
    return Secret(secrets.token_bytes(_LENGTH), "memory only", f"{why} {consequence}")


def read_or_make(path: Path) -> bytes:
    """Random bytes that are made once, for this account's eyes only, and stay. Raises OSError."""
    with suppress(FileNotFoundError):
        return path.read_bytes()
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{secrets.token_hex(6)}.tmp")
    try:
        _write_privately(aside, secrets.token_bytes(_LENGTH))
        # Of two graders starting at once the first one's file stays, and both read that.
        _put_in_place(aside, path)
    finally:
        with suppress(OSError):
            aside.unlink()
    return path.read_bytes()


def _write_privately(path: Path, value: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as handle:
        handle.write(value)
        handle.flush()
        os.fsync(handle.fileno())


def _put_in_place(aside: Path, path: Path) -> None:
    """A link never replaces a file that is there already; a disk without links gets a rename."""
    try:
        os.link(aside, path)
    except FileExistsError:
        return
    except OSError:
        os.replace(aside, path)

"""The bytes handed in become source text, or a sentence about why not; no more than the cap is ever read."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from grader.intake.notebook import notebook_text
from grader.intake.problems import Unreadable, system_reason
from grader.intake.text import Text, python_text

MB = 1_000_000
CAPS = {".py": 1 * MB, ".ipynb": 20 * MB}
_CHUNK = 256 * 1024

# Opening must neither wait for the writer of a pipe nor follow a link. Not every system has all of these.
_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_NO_LINKS = getattr(os, "O_NOFOLLOW", 0)


class Stream(Protocol):
    def read(self, size: int, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Blob:
    """Bytes as handed in. Of a file above its cap only the beginning is here."""

    data: bytes
    size: int
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading one file: a source, or a problem."""

    source: str
    sha256: str
    problem: str | None = None
    notes: tuple[str, ...] = ()


def read_capped(stream: Stream, cap: int, size: int) -> Blob:
    """At most `cap` bytes, counted while reading. `size` is what somebody claims, good only for telling."""
    chunks: list[bytes] = []
    count = 0
    while count <= cap and (chunk := stream.read(min(_CHUNK, cap + 1 - count))):
        chunks.append(chunk)
        count += len(chunk)
    if count <= cap:
        return Blob(b"".join(chunks), count)
    return Blob(b"".join(chunks)[:cap], max(size, count), complete=False)


def read_path(path: Path, cap: int, *, follow_links: bool) -> Blob:
    """A regular file's bytes. Raises Unreadable."""
    try:
        with os.fdopen(os.open(path, _OPEN | (0 if follow_links else _NO_LINKS)), "rb", buffering=0) as stream:
            status = os.fstat(stream.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise Unreadable("it is not a regular file")
            return read_capped(stream, cap, status.st_size)
    except PermissionError:
        raise Unreadable("its permissions forbid opening it; allow reading it and grade it again") from None
    except OSError as error:
        raise Unreadable(f"the system says: {system_reason(error)}") from None


def as_source(blob: Blob, extension: str) -> Text:
    """Raises Unreadable."""
    if not blob.complete:
        raise Unreadable(
            f"it is larger than {CAPS[extension] // MB} MB ({blob.size / MB:.1f} MB), and answers are short; "
            f"hand in only the code, without data and outputs"
        )
    return python_text(blob.data) if extension == ".py" else notebook_text(blob.data)


def reading_of(fetch: Callable[[], Blob], extension: str, name: str) -> Reading:
    """Fetches and reads one file; every way to fail becomes a problem."""
    blob = Blob(b"", 0)
    try:
        blob = fetch()
        text = as_source(blob, extension)
    except Unreadable as error:
        return Reading("", fingerprint(blob), problem=error.about(name))
    return Reading(text.source, fingerprint(blob), notes=text.notes)


def fingerprint(blob: Blob) -> str:
    """sha256 of the bytes handed in; of a file above its cap, of its beginning and its size."""
    digest = hashlib.sha256(blob.data)
    if not blob.complete:
        digest.update(str(blob.size).encode())
    return digest.hexdigest()


def moment(seconds: float) -> datetime | None:
    """A time stamp in UTC. Zero and below stand for "unknown", and some stamps are beyond any calendar."""
    try:
        return datetime.fromtimestamp(seconds, UTC) if seconds > 0 else None
    except (OverflowError, OSError, ValueError):
        return None

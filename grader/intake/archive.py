"""The members of a zip or tar archive, read in memory and in one pass; nothing is ever unpacked to disk.

An archive may come from a learner, so no number in it is believed: members and bytes are counted while
reading.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import re
import stat
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

from grader.intake.entries import INSTALLED_REASON, Entry, is_installed, is_litter
from grader.intake.naming import split_ending
from grader.intake.problems import IntakeError, Unreadable, system_reason
from grader.intake.reading import MB, Blob, Stream, moment, read_capped
from grader.intake.shown import visible

MAX_MEMBERS = 100_000
MAX_BYTES = 2_000 * MB

# Longer and deeper names exist on no disk; only the beginning of such a name is told.
_LONGEST_NAME = 4096
_DEEPEST = 100
_TOLD = 300

# The largest single reads that honest archives need: a zip's list of contents, a tar's extended header.
_ZIP_READ = 32 * MB
_TAR_READ = 1 * MB

# What the decompressors and parsers of the standard library raise on data that is not what it says it is.
_BROKEN = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RecursionError,
    OverflowError,
    IndexError,
    KeyError,
    TypeError,
    AttributeError,
    AssertionError,
)


class _TooMuch(Exception):
    """A limit of this module is reached; the clause says which."""


def archive_entries(path: Path, shown: str) -> Generator[Entry, None, None]:
    """The members of the archive at `path`, which people call `shown`.

    Raises IntakeError when it is broken, locked or beyond the limits.
    """
    members = _zip_entries if split_ending(path.name)[1] == ".zip" else _tar_entries
    with _in_words(shown), _regular(path) as raw:
        yield from _sorted_out(members(raw), shown)


@contextmanager
def _in_words(shown: str) -> Iterator[None]:
    """Whatever an archive makes the standard library raise, as an IntakeError that names the archive."""
    try:
        yield
    except _TooMuch as limit:
        raise IntakeError(
            f"The archive {shown} was not read: {limit}. Unpack it yourself and give the folder instead."
        ) from None
    except _Locked:
        raise IntakeError(
            f"The archive {shown} is protected by a password. Unpack it and give the folder instead."
        ) from None
    except PermissionError:
        raise IntakeError(
            f"The archive {shown} cannot be opened (permission denied). Allow reading it and try again."
        ) from None
    except _BROKEN as error:
        raise IntakeError(
            f"The archive {shown} is broken or cut short ({_said(error)}). Download or pack it again."
        ) from None


class _Locked(Exception):
    """The archive needs a password."""


def _said(error: BaseException) -> str:
    if isinstance(error, OSError) and error.strerror:
        return system_reason(error)
    return visible(str(error)[:100]) or type(error).__name__


@contextmanager
def _regular(path: Path) -> Iterator[BinaryIO]:
    with open(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)), "rb") as raw:
        if not stat.S_ISREG(os.fstat(raw.fileno()).st_mode):
            raise OSError("not a regular file")
        yield raw


# --- members --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Member:
    """One member as the archive lists it; `refused` says why it is no file for us."""

    name: str
    folder: bool
    submitted_at: datetime | None
    refused: str | None
    fetch: Callable[[int], Blob]


def _sorted_out(members: Iterator[_Member], shown: str) -> Iterator[Entry]:
    installed: set[tuple[str, ...]] = set()
    for count, member in enumerate(members, 1):
        if count > MAX_MEMBERS:
            raise _too_many()
        names = [name for name in member.name.split("/") if name not in {"", "."}]
        if reason := _unsafe(member.name, names):
            name = visible(member.name[:_TOLD])
            yield Entry((name,), f"{shown}/{name}", refused=reason)
            continue
        if not names or any(is_litter(name) for name in names):
            continue
        parts = tuple(visible(name) for name in names)
        depth = next((depth for depth, name in enumerate(names[:-1], 1) if is_installed(name)), None)
        if depth is not None:
            if parts[:depth] not in installed:
                installed.add(parts[:depth])
                yield Entry(parts[:depth], f"{shown}/{'/'.join(parts[:depth])}", refused=INSTALLED_REASON)
            continue
        fetch = partial(_fetch_in_words, shown, member.fetch)
        origin = "/".join((shown, *parts))
        yield Entry(parts, origin, member.submitted_at, member.refused, is_folder=member.folder, fetch=fetch)


def _fetch_in_words(shown: str, fetch: Callable[[int], Blob], cap: int) -> Blob:
    # Called by whoever iterates, so outside of the guard around the iteration.
    with _in_words(shown):
        return fetch(cap)


def _unsafe(name: str, names: list[str]) -> str | None:
    if len(name) > _LONGEST_NAME or len(names) > _DEEPEST:
        return "its name is longer or deeper than any on a disk"
    if name.startswith("/") or re.match(r"[A-Za-z]:", name):
        return "its name is an absolute path, which no honest archive holds"
    if ".." in names:
        return "its name leads out of the archive (..), which no honest archive does"
    return None


class _Guarded(io.RawIOBase):
    """A file that neither gives more than `most` bytes at once nor goes beyond the place `end`."""

    def __init__(self, raw: IO[bytes], *, most: int, end: int | None) -> None:
        self._raw = raw
        self._most = most
        self._end = end

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        wanted = self._most + 1 if size is None or size < 0 else size
        if wanted > self._most + 1:
            raise _TooMuch("one of its own headers is larger than any honest one")
        data = self._raw.read(wanted)
        if len(data) > self._most:
            raise _TooMuch("one of its own headers is larger than any honest one")
        self._check(self._raw.tell())
        return data

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        # A compressed stream is unpacked up to the place asked for, so the check has to come first.
        if whence == os.SEEK_SET:
            self._check(offset)
        return self._raw.seek(offset, whence)

    def tell(self) -> int:
        return self._raw.tell()

    def _check(self, place: int) -> None:
        if self._end is not None and place > self._end:
            raise _too_large()


def _too_many() -> _TooMuch:
    return _TooMuch(f"it has more than {MAX_MEMBERS:,} members")


def _too_large() -> _TooMuch:
    return _TooMuch(f"it unpacks to more than {MAX_BYTES // (1_000 * MB)} GB")


class _Budget:
    """The bytes that the members of one archive may have together."""

    def __init__(self) -> None:
        self._left = MAX_BYTES

    def read(self, stream: Stream, cap: int, size: int) -> Blob:
        blob = read_capped(stream, cap, size)
        self._left -= len(blob.data)
        if self._left < 0:
            raise _too_large()
        return blob


# --- zip ------------------------------------------------------------------------------------------

_ENCRYPTED = 0x1
_NAMED_IN_UTF8 = 0x800


def _zip_entries(raw: BinaryIO) -> Iterator[_Member]:
    budget = _Budget()
    with zipfile.ZipFile(cast(IO[bytes], _Guarded(raw, most=_ZIP_READ, end=None))) as archive:
        infos = archive.infolist()
        if len(infos) > MAX_MEMBERS:
            raise _too_many()
        if any(info.flag_bits & _ENCRYPTED for info in infos):
            raise _Locked
        for info in infos:
            yield _Member(
                name=_zip_name(info),
                folder=info.is_dir(),
                submitted_at=_zip_time(info),
                refused=_zip_refusal(info),
                fetch=partial(_zip_fetch, archive, info, budget),
            )


def _zip_name(info: zipfile.ZipInfo) -> str:
    name = info.filename
    if not info.flag_bits & _NAMED_IN_UTF8 and not name.isascii():
        # The standard says code page 437; Macs write UTF-8 there without saying so.
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/")  # as some Windows programs separate folders


def _zip_refusal(info: zipfile.ZipInfo) -> str | None:
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind == stat.S_IFLNK:
        return "it is a link, and links are not followed"
    if kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
        return "it is a device or another special file"
    return None


def _zip_time(info: zipfile.ZipInfo) -> datetime | None:
    """Zip knows the time of an unnamed place, here taken for UTC; the first day of 1980 means "unknown"."""
    if info.date_time[:3] <= (1980, 1, 1):
        return None
    try:
        return datetime(*info.date_time, tzinfo=UTC)
    except ValueError:
        return None


def _zip_fetch(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: _Budget, cap: int) -> Blob:
    try:
        with archive.open(info) as stream:
            return budget.read(stream, cap, info.file_size)
    except (*_BROKEN, RuntimeError):
        raise Unreadable("it is damaged inside the archive; hand it in again") from None


# --- tar ------------------------------------------------------------------------------------------

_COMPRESSIONS: tuple[tuple[bytes, Callable[..., Any]], ...] = (
    (b"\x1f\x8b", gzip.open),
    (b"BZh", bz2.open),
    (b"\xfd7zXZ\x00", lzma.open),
)


def _tar_entries(raw: BinaryIO) -> Iterator[_Member]:
    budget = _Budget()
    with _unpacked(raw) as plain:
        guarded = _Guarded(plain, most=_TAR_READ, end=MAX_BYTES)
        with tarfile.open(fileobj=cast(IO[bytes], guarded), mode="r:") as archive:
            while (info := archive.next()) is not None:
                yield _Member(
                    name=info.name,
                    folder=info.isdir(),
                    submitted_at=moment(info.mtime),
                    refused=_tar_refusal(info),
                    fetch=partial(_tar_fetch, archive, info, budget),
                )
                # tarfile keeps every member and all common headers: a hostile archive would fill memory.
                cast(Any, archive).members = []
                cast(Any, archive).pax_headers = {}
            _check_end(archive, guarded)


@contextmanager
def _unpacked(raw: BinaryIO) -> Iterator[IO[bytes]]:
    start = raw.read(6)
    raw.seek(0)
    for signature, opener in _COMPRESSIONS:
        if start.startswith(signature):
            with opener(raw, "rb") as plain:
                yield plain
            return
    yield raw


def _tar_refusal(info: tarfile.TarInfo) -> str | None:
    if info.issym() or info.islnk():
        return "it is a link, and links are not followed"
    if not (info.isreg() or info.isdir()):
        return "it is a device or another special file"
    return None


def _tar_fetch(archive: tarfile.TarFile, info: tarfile.TarInfo, budget: _Budget, cap: int) -> Blob:
    stream = archive.extractfile(info)
    if stream is None:
        raise Unreadable("it is not a regular file")
    with stream:
        blob = budget.read(stream, cap, info.size)
    if blob.complete and blob.size < info.size:
        raise tarfile.ReadError("unexpected end of data")
    return blob


def _check_end(archive: tarfile.TarFile, guarded: _Guarded) -> None:
    """tarfile takes a damaged header for the end of the archive, and whoever comes after it would be lost."""
    guarded.seek(archive.offset)
    if guarded.read(tarfile.BLOCKSIZE).strip(b"\0"):
        raise tarfile.ReadError("a member's header is damaged")
    while guarded.read(_TAR_READ):  # compressed data carries its checksum at the very end
        pass

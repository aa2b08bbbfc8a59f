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

# Code and data shrink to a tenth when they are packed, never to a hundredth: beyond that, it is a bomb.
_SUSPECT = 100 * MB
_RATIO = 100
# The decoder of xz keeps what it unpacks in memory, as much of it as the archive asks for.
_XZ_BYTES = 300 * MB

# Longer and deeper names exist on no disk; only the beginning of such a name is told.
_LONGEST_NAME = 4096
_DEEPEST = 100
_TOLD = 300

# The largest reads that honest archives need: a zip's list of contents, all the headers of one member of a tar.
_ZIP_READ = 16 * MB
_TAR_READ = MB // 2
# zipfile unpacks other kinds without a limit: 800 bytes of bzip2 become a gigabyte in one read.
_ZIP_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# tarfile searches headers for a pattern that takes the square of such a run's length (CVE-2024-6232).
_DIGITS = re.compile(rb"[0-9]{100}")

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
    MemoryError,
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
    """A file that neither gives more than `most` bytes at once nor goes beyond the place `end`.

    While `headers` are read, `most` counts for all of them together: their lists can be as long as the archive.
    """

    def __init__(self, raw: IO[bytes], *, most: int, end: int | None = None) -> None:
        self._raw = raw
        self._most = most
        self._end = end
        self._left: int | None = None

    @contextmanager
    def headers(self) -> Iterator[None]:
        self._left = self._most
        try:
            yield
        finally:
            self._left = None

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        most = self._most if self._left is None else self._left
        wanted = most + 1 if size is None or size < 0 else size
        if wanted > most + 1:
            raise _TooMuch("one of its own headers is larger than any honest one")
        data = self._raw.read(wanted)
        if len(data) > most:
            raise _TooMuch("one of its own headers is larger than any honest one")
        if self._left is not None:
            self._left -= len(data)
            if _DIGITS.search(data):
                raise ValueError("a member's header is damaged")
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
            raise _too_large(self._end)


def _too_many() -> _TooMuch:
    return _TooMuch(f"it has more than {MAX_MEMBERS:,} members")


def _too_large(limit: int) -> _TooMuch:
    return _TooMuch(f"it unpacks to more than {limit // MB:,} MB")


def _limit(raw: BinaryIO) -> int:
    """The bytes that an archive of this size may unpack to."""
    return min(MAX_BYTES, max(_SUSPECT, _RATIO * os.fstat(raw.fileno()).st_size))


class _Budget:
    """The bytes that the members of one archive may have together."""

    def __init__(self, limit: int) -> None:
        self._limit = self._left = limit

    def read(self, stream: Stream, cap: int, size: int) -> Blob:
        blob = read_capped(stream, cap, size)
        self._left -= len(blob.data)
        if self._left < 0:
            raise _too_large(self._limit)
        return blob


# --- zip ------------------------------------------------------------------------------------------

_ENCRYPTED = 0x1
_NAMED_IN_UTF8 = 0x800


def _zip_entries(raw: BinaryIO) -> Iterator[_Member]:
    budget = _Budget(_limit(raw))
    with zipfile.ZipFile(cast(IO[bytes], _Guarded(raw, most=_ZIP_READ))) as archive:
        infos = archive.infolist()
        if len(infos) > MAX_MEMBERS:
            raise _too_many()
        if infos and all(info.flag_bits & _ENCRYPTED or info.is_dir() for info in infos):
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
    if info.flag_bits & _ENCRYPTED:
        raise Unreadable("it is protected by a password inside the archive; pack it without one")
    if info.compress_type not in _ZIP_METHODS:
        raise Unreadable("it is packed in a way that is not read here; pack it as an ordinary .zip")
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
    budget = _Budget(_limit(raw))
    with _unpacked(raw) as (plain, end):
        guarded = _Guarded(plain, most=_TAR_READ, end=end)
        with _opened(guarded) as archive:
            while (info := _next(archive, guarded)) is not None:
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


def _opened(guarded: _Guarded) -> tarfile.TarFile:
    with guarded.headers():  # opening reads those of the first member
        return tarfile.open(fileobj=cast(IO[bytes], guarded), mode="r:")


def _next(archive: tarfile.TarFile, guarded: _Guarded) -> tarfile.TarInfo | None:
    with guarded.headers():
        info = archive.next()
    if info is not None and (info.size < 0 or archive.offset <= info.offset):
        raise tarfile.ReadError("a member leads back to an earlier one")
    return info


@contextmanager
def _unpacked(raw: BinaryIO) -> Iterator[tuple[IO[bytes], int]]:
    """The plain tar in `raw`, and the place that it may not go beyond."""
    start = raw.read(6)
    raw.seek(0)
    limit = _limit(raw)
    for signature, opener in _COMPRESSIONS:
        if start.startswith(signature):
            with opener(raw, "rb") as plain:
                yield plain, min(limit, _XZ_BYTES) if opener is lzma.open else limit
            return
    yield raw, limit


def _tar_refusal(info: tarfile.TarInfo) -> str | None:
    if info.issym() or info.islnk():
        return "it is a link, and links are not followed"
    if info.sparse is not None:  # a list of pieces, which can lead anywhere and back a thousand times
        return "it is stored as a file with holes, which no answer has"
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

"""Archives that attack whoever unpacks them, each beside honest work, and each with what it does elsewhere."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import re
import stat
import struct
import tarfile
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from grader.intake import Found
from grader.intake import archive as archive_module

SOURCE = b"x = 1\n"
Look = Callable[..., Found]
MB = 1_000_000


def packed(name: str, kind: bytes = tarfile.REGTYPE, data: bytes = b"", **more: object) -> bytes:
    """One member of a tar, its header and its content."""
    info = tarfile.TarInfo(name)
    info.type, info.size = kind, len(data)
    for key, value in more.items():
        setattr(info, key, value)
    return info.tobuf(tarfile.PAX_FORMAT) + data + bytes(-len(data) % tarfile.BLOCKSIZE)


def tar(*members: bytes) -> bytes:
    return b"".join(members) + bytes(2 * tarfile.BLOCKSIZE)


def member(name: str, mode: int = stat.S_IFREG, **more: object) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = (mode | 0o777) << 16
    for key, value in more.items():
        setattr(info, key, value)
    return info


def zipped(*members: tuple[zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for info, data in members:
            archive.writestr(info, data, compress_type=method)
    return out.getvalue()


def overlapping(copies: int) -> bytes:
    """Many entries in the list of contents, all of them of the same data."""
    data = zipped((member("0/mse.py"), b"#" * 900_000))
    start = data.index(b"PK\x01\x02")
    entry, end = data[start : data.index(b"PK\x05\x06")], data[data.index(b"PK\x05\x06") :]
    counts = struct.pack("<HHLL", copies, copies, copies * len(entry), start)
    return data[:start] + copies * entry + end[:8] + counts + end[20:]


def contents(count: int) -> bytes:
    """A list of contents with nothing behind it."""
    entry = struct.pack("<4s4B4HL2L5H2L", b"PK\x01\x02", 20, 3, 20, 0, 0, 0, 0, 33, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    size = count * len(entry)
    return count * entry + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count & 0xFFFF, count & 0xFFFF, size, 0, 0)


def sparse(pieces: int) -> bytes:
    """A member whose list of pieces stands before its data (GNU format 1.0)."""
    data = b"%d\n" % pieces + b"0\n" * (2 * pieces)
    headers = {
        "GNU.sparse.major": "1",
        "GNU.sparse.minor": "0",
        "GNU.sparse.name": "mse.py",
        "GNU.sparse.realsize": "9",
    }
    return packed("mse.py", data=data, pax_headers=headers)


def old_sparse(headers: int) -> bytes:
    """The same in the older GNU format: each block of the list says that another follows."""
    first = bytearray(packed("mse.py", tarfile.GNUTYPE_SPARSE))
    first[482] = 1
    first[148:156] = b"%06o\0 " % (sum(first[:148]) + sum(first[156:]) + 8 * 32)
    piece = b"00000000001\0" * 42
    return bytes(first) + (piece + b"\1" + bytes(7)) * headers + piece + bytes(8)


@contextmanager
def peak() -> Iterator[Callable[[], int]]:
    """How much memory was taken at once, in bytes."""
    tracemalloc.start()
    try:
        yield lambda: most
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


# --- members that lead elsewhere --------------------------------------------------------------------

LEADING_OUT = {
    "up": packed("../eve_mse.py", data=SOURCE),
    "deep": packed("a", tarfile.DIRTYPE, mode=0o755) + packed("a/../../eve_mse.py", data=SOURCE),
    "symlink": packed("mse.py", tarfile.SYMTYPE, linkname="/etc/passwd"),
    "link up": packed("mse.py", tarfile.SYMTYPE, linkname="../secret"),
    "pipe": packed("mse.py", tarfile.FIFOTYPE),
    "link then file": packed("d", tarfile.SYMTYPE, linkname="..") + packed("d/eve_mse.py", data=SOURCE),
    "pax path": packed("mse.py", data=SOURCE, pax_headers={"path": "../eve_mse.py"}),
    "hard link": packed("mse.py", tarfile.LNKTYPE, linkname="../secret"),
}
ZIPPED_OUT = {
    "up": (member("../eve_mse.py"), SOURCE),
    "windows": (member("..\\eve_mse.py"), SOURCE),
    "symlink": (member("mse.py", stat.S_IFLNK), b"../secret"),
    "long way": (member("a/../../eve_mse.py"), SOURCE),
}


@pytest.fixture
def beside(tmp_path: Path, look: Look) -> Callable[[str, bytes], Found]:
    """What is found in a class of bob's honest work and one archive; bob's is always there, and no file is new."""

    def call(name: str, data: bytes) -> Found:
        folder = tmp_path / "class"
        folder.mkdir()
        (folder / "bob_mse.py").write_bytes(SOURCE)
        (folder / name).write_bytes(data)
        before = sorted(tmp_path.rglob("*"))
        found = look(folder)
        assert sorted(tmp_path.rglob("*")) == before
        assert [one.source for one in found.submissions if one.learner == "bob"] == ["x = 1\n"]
        return found

    return call


Beside = Callable[[str, bytes], Found]


def told(found: Found) -> str:
    """All that is said about whoever is not bob."""
    problems = [one.problem or "" for one in found.submissions if one.learner != "bob"]
    return "\n".join([*problems, *(one.reason for one in found.unmatched), *found.warnings])


def escaped(folder: Path) -> bool:
    """Whether something lies outside of `folder`, or in it something that is not a plain file or folder."""
    outside = [one for one in folder.parent.iterdir() if one != folder and one.name != "secret"]
    odd = [one for one in folder.rglob("*") if stat.S_IFMT(one.lstat().st_mode) not in {stat.S_IFREG, stat.S_IFDIR}]
    linked = [one for one in folder.rglob("*") if one.lstat().st_nlink > 1 and not one.is_dir()]
    return bool(outside or odd or linked)


@pytest.fixture
def inside(tmp_path: Path) -> Path:
    """A folder to unpack in, with a secret beside it."""
    (tmp_path / "naive" / "inside").mkdir(parents=True)
    (tmp_path / "naive" / "secret").write_text("secret")
    return tmp_path / "naive" / "inside"


@pytest.mark.parametrize("data", LEADING_OUT.values(), ids=LEADING_OUT)
def test_a_tar_that_leads_out_is_told_and_obeyed_by_others(beside: Beside, inside: Path, data: bytes) -> None:
    with tarfile.open(fileobj=io.BytesIO(tar(data))) as archive:
        archive.extractall(inside, filter="fully_trusted")
    assert escaped(inside)
    found = beside("eve.tar", tar(data, packed("step.py", data=SOURCE)))
    assert re.search("a link|leads out|special file", told(found))
    assert [one.exercise for one in found.submissions if one.learner == "eve"][-1:] == ["step"]


@pytest.mark.parametrize(("info", "data"), ZIPPED_OUT.values(), ids=ZIPPED_OUT)
def test_a_zip_that_leads_out_is_told_and_obeyed_by_others(
    beside: Beside, inside: Path, info: zipfile.ZipInfo, data: bytes
) -> None:
    place = inside / info.filename.replace("\\", "/")
    (inside / "a").mkdir()
    if stat.S_ISLNK(info.external_attr >> 16):
        place.symlink_to(data.decode())
    else:
        place.write_bytes(data)
    assert escaped(inside)
    assert re.search("a link|leads out", told(beside("eve.zip", zipped((info, data)))))


# --- bombs ------------------------------------------------------------------------------------------

NULLS = bytes(5 * MB)
PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "eve.tar": bytes,
    "eve.tar.gz": gzip.compress,
    "eve.tar.bz2": bz2.compress,
    "eve.tar.xz": lzma.compress,
}
BEFORE, BEHIND = tar(packed("movie.bin", data=NULLS)), tar(packed("mse.py", data=SOURCE)) + NULLS
TAR_BOMBS = {
    **{f"before the end of {name}": (name, BEFORE) for name in PACKERS},
    **{f"behind the end of {name}": (name, BEHIND) for name in PACKERS},
    "in a header": ("eve.tar.gz", tar(packed("x", tarfile.XHDTYPE, NULLS))),
    "in a long name": ("eve.tar.gz", tar(packed("x", tarfile.GNUTYPE_LONGNAME, NULLS))),
    "in pieces": ("eve.tar.gz", tar(sparse(MB))),
    "in old pieces": ("eve.tar.gz", tar(old_sparse(9000))),
    "in a promise": ("eve.tar", tar(packed("mse.csv", pax_headers={"size": "9" * 15}))),
}


@pytest.mark.parametrize(("name", "data"), TAR_BOMBS.values(), ids=TAR_BOMBS)
def test_a_tar_is_read_no_further_than_honest_ones_go(
    beside: Beside, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes
) -> None:
    assert len(data) > 4 * MB or b"size=999999999999999" in data
    monkeypatch.setattr(archive_module, "MAX_BYTES", 3 * MB)
    bomb = PACKERS[name](data)
    with peak() as most:
        found = beside(name, bomb)
    assert re.search(r"unpacks to more than 3 MB|headers is larger than any honest one", told(found))
    assert most() < 20 * MB


def test_a_list_of_pieces_fills_memory_where_it_is_read_to_its_end() -> None:
    with tarfile.open(fileobj=io.BytesIO(tar(sparse(200_000)))) as archive:
        assert len(archive.getmembers()[0].sparse or ()) == 200_000


@pytest.mark.parametrize("size", [400 * MB, 5 * MB])
def test_what_may_be_unpacked_grows_with_the_archive(tmp_path: Path, size: int) -> None:
    path = tmp_path / "a.tar.gz"
    with path.open("wb") as file:
        file.truncate(size)
    with path.open("rb") as file:
        assert archive_module._limit(file) == min(archive_module.MAX_BYTES, 100 * size)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_packed_so_that_one_read_unpacks_all_is_not_read(beside: Beside, method: int) -> None:
    data = zipped((member("mse.py"), b"#" * 40 * MB), method=method)
    with peak() as most, zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("mse.py") as stream:
        stream.read(1)
    assert most() > 39 * MB
    with peak() as most:
        found = beside("eve.zip", data)
    assert "packed in a way that is not read here" in told(found)
    assert most() < 20 * MB


def test_a_zip_whose_members_share_their_data_is_not_read(beside: Beside, monkeypatch: pytest.MonkeyPatch) -> None:
    data = overlapping(16)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert sum(info.file_size for info in archive.infolist()) > 1000 * len(data)
        assert len(archive.namelist()) == 16
    monkeypatch.setattr(archive_module, "_SUSPECT", 2 * MB)
    # later versions of zipfile see that they share it
    assert re.search("unpacks to more than 2 MB|damaged inside", told(beside("eve.zip", data)))


@pytest.mark.parametrize(("count", "reason"), [(100_001, "more than 100,000 members"), (345_000, "larger than any")])
def test_a_zip_of_too_many_members_is_not_read(beside: Beside, count: int, reason: str) -> None:
    data = contents(count)
    assert data.count(b"PK\x01\x02") == count
    began = time.perf_counter()
    assert reason in told(beside("eve.zip", data))
    assert time.perf_counter() - began < 10


def test_a_tar_that_costs_the_square_of_its_length_is_not_searched(beside: Beside) -> None:
    digits = b"1" * 20_000
    began = time.perf_counter()
    assert re.search(rb"\d+ hdrcharset=([^\n]+)\n", digits) is None
    naive = time.perf_counter() - began
    began = time.perf_counter()
    found = beside("eve.tar", tar(packed("x", tarfile.XHDTYPE, digits), packed("mse.py", data=SOURCE)))
    assert "header is damaged" in told(found)
    assert time.perf_counter() - began < naive / 3


@pytest.mark.parametrize("back", [1, 512, 1024])
def test_a_tar_that_leads_back_is_not_followed(beside: Beside, back: int) -> None:
    info = tarfile.TarInfo("mse.py")
    info.size = -back
    header = info.tobuf(tarfile.GNU_FORMAT)
    assert tarfile.TarInfo.frombuf(header, "utf-8", "strict").size == -back
    found = beside("eve.tar.gz", gzip.compress(tar(packed("step.py", data=SOURCE), header)))
    assert "broken or cut short" in told(found)


def test_a_file_with_holes_is_told(beside: Beside) -> None:
    headers = {"GNU.sparse.map": "0,0", "GNU.sparse.size": "900000000"}
    data = tar(packed("mse.py", pax_headers=headers), packed("step.py", data=SOURCE))
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        assert archive.getmembers()[0].size == 900_000_000
    found = beside("eve.tar", data)
    assert "a file with holes" in told(found)
    assert [one.exercise for one in found.submissions] == ["mse", "step"]


# --- members that hide each other -------------------------------------------------------------------


def test_members_of_one_name_are_all_kept_and_told(beside: Beside) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = zipped((member("mse.py"), b"x = 1\n"), (member("mse.py"), b"x = 2\n"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.read("mse.py") == b"x = 2\n"
    found = beside("eve.zip", data)
    kept = [one for one in found.submissions if one.learner == "eve"]
    assert {one.source for one in kept} == {"x = 1\n", "x = 2\n"}
    assert len({one.origin for one in kept}) == 2
    assert "eve has 2 submissions of mse" in told(found)


def test_one_locked_member_does_not_lock_the_others_out(beside: Beside) -> None:
    data = bytearray(zipped((member("mse.py"), SOURCE), (member("step.py"), SOURCE)))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with zipfile.ZipFile(io.BytesIO(data)) as archive, pytest.raises(RuntimeError, match="password required"):
        archive.read("mse.py")
    problems = {one.exercise: one.problem for one in beside("eve.zip", bytes(data)).submissions if one.learner == "eve"}
    assert problems["step"] is None
    assert "protected by a password" in str(problems["mse"])


def test_a_name_that_is_another_in_the_list_of_contents_is_a_problem(beside: Beside) -> None:
    data = zipped((member("mse.py"), SOURCE))
    data = data.replace(b"mse.py", b"bad.py", 1)
    assert zipfile.ZipFile(io.BytesIO(data)).namelist() == ["mse.py"]
    assert "damaged inside the archive" in told(beside("eve.zip", data))

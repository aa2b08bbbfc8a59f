"""When the disk or the database says no: what happened, where, what to do."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.model import Report
from grader.store import ResultStore, StoreError
from grader.store.database import connect

MakeReport = Callable[..., Report]


def _message(action: Callable[[], object]) -> str:
    with pytest.raises(StoreError) as caught:
        action()
    return str(caught.value)


def _tiny_disk(path: Path) -> sqlite3.Connection:
    connection = connect(path)
    connection.execute("PRAGMA max_page_count = 12")
    return connection


def _impatient(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=0.05, isolation_level=None, check_same_thread=False)


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{path}?mode=ro", uri=True, isolation_level=None, check_same_thread=False)


def test_a_full_disk_is_told_and_what_is_kept_stays(tmp_path: Path, report: MakeReport) -> None:
    path = tmp_path / "grader.db"
    with ResultStore(path, connect=_tiny_disk) as store:
        store.add("small", report(), 0)
        large = report(learner="ben", notes=("x" * 200_000,))
        message = _message(lambda: store.add("large", large, 1))
        assert message.startswith(f"{path} cannot be written: the disk is full. Make room.")
        assert "run the same command again" in message
        assert [one.learner for one in store.reports()] == ["ada"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "your share of the disk is used up"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EACCES, "you may not write there"),
        (errno.EIO, "put output error"),
    ],
)
def test_a_file_that_cannot_be_put_in_place_is_told(
    store: ResultStore, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(code, os.strerror(code).replace("/", "put "))

    monkeypatch.setattr(os, "replace", refuse)
    message = _message(lambda: store.write_text("index.html", "page"))
    assert message.startswith(f"{store.folder / 'index.html'} cannot be written: ")
    assert words in message
    assert sorted(path.name for path in store.folder.iterdir() if path.suffix == ".tmp") == []


def test_a_full_disk_while_flushing_leaves_the_old_file(store: ResultStore, monkeypatch: pytest.MonkeyPatch) -> None:
    store.write_text("index.html", "old")

    def refuse(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    assert "the disk is full" in _message(lambda: store.write_text("index.html", "new"))
    assert (store.folder / "index.html").read_text() == "old"


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    for path in (tmp_path / "out" / "grader.db", tmp_path / "out" / "deeper" / "grader.db"):
        message = _message(lambda path=path: ResultStore(path))
        assert message.startswith(f"{path} cannot be opened: a file is where a folder is needed.")
        assert "--out" in message


def test_a_folder_where_the_database_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "grader.db").mkdir()
    assert "cannot be opened" in _message(lambda: ResultStore(tmp_path / "grader.db"))


def test_a_read_only_database_is_told(tmp_path: Path, report: MakeReport) -> None:
    path = tmp_path / "grader.db"
    with ResultStore(path) as store:
        store.add("k", report(), 0)
    with ResultStore(path, connect=_read_only) as store:
        assert store.get("k") == report()
        assert "it is read-only" in _message(lambda: store.add("l", report(), 1))


def test_a_database_in_use_is_told(tmp_path: Path, report: MakeReport) -> None:
    path = tmp_path / "grader.db"
    with ResultStore(path, connect=_impatient) as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        assert "another program is using it" in _message(lambda: store.add("k", report(), 0))
        other.execute("ROLLBACK")
        other.close()
        store.add("k", report(), 0)
        assert store.get("k") == report()


def test_something_that_is_no_database_is_told_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "grader.db"
    path.write_bytes(b"Dear diary, " * 200)
    assert "it is not a database, or damaged" in _message(lambda: ResultStore(path))
    assert path.read_bytes().startswith(b"Dear diary")


def test_a_damaged_database_is_told(tmp_path: Path, report: MakeReport) -> None:
    path = tmp_path / "grader.db"
    with ResultStore(path) as store:
        for position in range(200):
            store.add(str(position), report(origin=str(position)), position)
    content = bytearray(path.read_bytes())
    content[8192:] = b"\xff" * (len(content) - 8192)
    path.write_bytes(content)
    with ResultStore(path) as store:
        message = _message(lambda: list(store.reports()))
    assert "the database is damaged. Move it away" in message


def test_a_database_of_a_newer_grader_is_told_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "grader.db"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = path.read_bytes()
    message = _message(lambda: ResultStore(path))
    assert "written by a newer grader (format 99; this one knows 2). Update the grader" in message
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_told_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "grader.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE results (of_an_election TEXT)")
    connection.close()
    before = path.read_bytes()
    assert "the database of another program" in _message(lambda: ResultStore(path))
    assert path.read_bytes() == before


def test_a_report_that_this_version_cannot_read_is_told(store: ResultStore, report: MakeReport) -> None:
    store.add("k", report(), 0)
    connection = sqlite3.connect(store.path)
    connection.execute("""UPDATE results SET report = '{"schema": 7}'""")
    connection.commit()
    connection.close()
    message = _message(lambda: list(store.reports()))
    assert "holds a report that this grader cannot read" in message
    assert "--fresh" in message

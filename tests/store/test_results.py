"""What the store keeps, gives back and forgets."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from grader.model import Report, Verdict
from grader.store import ResultStore
from grader.store.results import Row

MakeReport = Callable[..., Report]


def test_a_report_comes_back_as_it_went_in(store: ResultStore, report: MakeReport) -> None:
    kept = report(submitted_at=datetime(2026, 3, 1, 12, tzinfo=UTC), notes=("read as a notebook",), variant=7)
    store.add("k", kept, 0)
    assert store.get("k") == kept


def test_an_unknown_key_gives_nothing(store: ResultStore) -> None:
    assert store.get("nothing") is None


def test_reports_come_in_the_order_of_submission_not_of_arrival(store: ResultStore, report: MakeReport) -> None:
    for position, learner in ((2, "carl"), (0, "ada"), (1, "ben")):
        store.add(learner, report(learner=learner), position)
    assert [one.learner for one in store.reports()] == ["ada", "ben", "carl"]


def test_the_same_work_of_two_learners_is_two_rows(store: ResultStore, report: MakeReport) -> None:
    store.add("same", report(learner="ada"), 0)
    store.add("same", report(learner="ben"), 1)
    assert [one.learner for one in store.reports()] == ["ada", "ben"]


def test_the_same_work_of_one_learner_at_two_places_is_two_rows(store: ResultStore, report: MakeReport) -> None:
    store.add("same", report(origin="monday/mse.py"), 0)
    store.add("same", report(origin="friday/mse.py"), 1)
    assert [one.origin for one in store.reports()] == ["monday/mse.py", "friday/mse.py"]


def test_a_changed_submission_takes_the_place_of_its_earlier_report(store: ResultStore, report: MakeReport) -> None:
    store.add("first", report(verdict=Verdict.FAILED, score=3.0), 0)
    store.add("second", report(), 0)
    assert [one.score for one in store.reports()] == [8.0]
    assert store.get("first") is None


def test_no_learner_is_somebody_else_than_a_learner_without_a_name(store: ResultStore, report: MakeReport) -> None:
    for position, learner in enumerate((None, "", None)):
        store.add("k", report(learner=learner), position)
    assert [one.learner for one in store.reports()] == ["", None]


def test_names_of_any_kind_are_kept(store: ResultStore, report: MakeReport) -> None:
    names = ["Zoë", "李雷", "a'; DROP TABLE results;--", "line\nbreak", "nul\x00inside", "🙂"]
    for position, name in enumerate(names):
        store.add("k", report(learner=name), position)
    assert [one.learner for one in store.reports()] == names


def test_our_own_fault_is_kept_but_never_given_again(store: ResultStore, report: MakeReport) -> None:
    store.add("k", report(verdict=Verdict.INTERNAL, score=0.0), 0)
    assert store.get("k") is None
    assert store.keys() == set()
    assert [one.verdict for one in store.reports()] == [Verdict.INTERNAL]


def test_positions_go_on_where_the_last_run_ended(store: ResultStore, report: MakeReport) -> None:
    assert store.next_position() == 0
    store.add("k", report(), 41)
    assert store.next_position() == 42


def test_many_are_kept_together_or_not_at_all(store: ResultStore, report: MakeReport) -> None:
    unwritable = report(learner="half a pair: \ud800")
    with pytest.raises(ValueError, match="surrogates"):
        store.add_many([Row("a", report(), 0), Row("b", unwritable, 1)])
    assert list(store.reports()) == []


def test_forgetting_removes_rows_and_the_pages_made_from_them(store: ResultStore, report: MakeReport) -> None:
    store.add("k", report(), 0)
    store.write_text("learners/ada.html", "her page")
    store.write_text("learners/of-the-teacher.html", "not made from a row")
    store.forget()
    assert list(store.reports()) == []
    assert [path.name for path in (store.folder / "learners").iterdir()] == ["of-the-teacher.html"]


def test_reports_can_be_read_while_others_are_added(store: ResultStore, report: MakeReport) -> None:
    for position in range(600):
        store.add(str(position), report(origin=str(position)), position)
    reading = store.reports()
    next(reading)
    store.add("late", report(origin="late"), 600)
    assert len(list(reading)) == 599


def test_the_store_opens_again_with_everything_in_it(tmp_path: Path, report: MakeReport) -> None:
    path = tmp_path / "grader.db"
    for name in ("ada", "ben"):
        with ResultStore(path) as store:
            store.add(name, report(learner=name), store.next_position())
    with ResultStore(path) as store:
        assert [one.learner for one in store.reports()] == ["ada", "ben"]


def test_a_closed_store_leaves_one_file(tmp_path: Path, report: MakeReport) -> None:
    with ResultStore(tmp_path / "grader.db") as store:
        store.add("k", report(), 0)
    assert [path.name for path in tmp_path.iterdir()] == ["grader.db"]


def test_two_graders_can_open_a_new_store_at_once(tmp_path: Path, report: MakeReport) -> None:
    path, problems = tmp_path / "grader.db", []

    def add(name: str) -> None:
        try:
            with ResultStore(path) as store:
                store.add(name, report(learner=name), 0)
        except Exception as problem:
            problems.append(problem)
            raise

    threads = [threading.Thread(target=add, args=(f"learner{n}",)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    with ResultStore(path) as store:
        assert len(list(store.reports())) == 8


def test_what_was_acknowledged_survives_a_process_that_just_ends(tmp_path: Path, report: MakeReport) -> None:
    path = tmp_path / "grader.db"
    program = (
        "import os, sys; from pathlib import Path; from grader.store import ResultStore; "
        "from grader.model import Report; "
        "store = ResultStore(Path(sys.argv[1])); "
        "store.add('k', Report.model_validate_json(sys.argv[2]), 0); os._exit(9)"
    )
    ended = subprocess.run([sys.executable, "-c", program, str(path), report().to_json()], check=False)
    assert ended.returncode == 9
    with ResultStore(path) as store:
        assert store.get("k") == report()


def test_the_database_says_which_format_it_has(store: ResultStore) -> None:
    connection = sqlite3.connect(store.path)
    assert connection.execute("PRAGMA user_version").fetchone() == (2,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


class _CtrlC(sqlite3.Cursor):
    """A cursor that is interrupted once, right after it has written."""

    armed = True

    def executemany(self, *arguments: Any) -> sqlite3.Cursor:
        written = super().executemany(*arguments)
        if _CtrlC.armed:
            _CtrlC.armed = False
            raise KeyboardInterrupt
        return written


class _Interruptible(sqlite3.Connection):
    def cursor(self, factory: Any = _CtrlC) -> Any:
        return super().cursor(factory)


def _interruptible(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None, check_same_thread=False, factory=_Interruptible)


def test_the_store_keeps_working_after_ctrl_c_in_the_middle_of_writing(tmp_path: Path, report: MakeReport) -> None:
    rows = [Row("a", report(), 0), Row("b", report(learner="ben"), 1)]
    with ResultStore(tmp_path / "grader.db", connect=_interruptible) as store:
        with pytest.raises(KeyboardInterrupt):
            store.add_many(rows)
        assert list(store.reports()) == []
        store.add_many(rows)
        assert [one.learner for one in store.reports()] == ["ada", "ben"]

"""What was tried is remembered, whoever else writes at the same time."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from grader.model import Attempt
from grader.store import StoreError
from grader.store.attempts import FILE, AttemptStore
from grader.store.state import VARIABLE, own_pseudonym, state_folder

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)


def attempt(submission: str = "1", **more: Any) -> Attempt:
    values = {"course": "c", "exercise": "mse", "submission": submission, "at": NOW, "verdict": "failed"}
    return Attempt.model_validate(values | {"level": "A", "mistakes": ("forgot-mean",)} | more)


def test_attempts_come_back_oldest_first_and_only_the_learners_own(tmp_path: Path) -> None:
    with AttemptStore(tmp_path / "state") as store:
        kept = [
            attempt("1"),
            attempt("2", mistakes=("a", "b")),
            attempt("3", verdict="passed", level=None, mistakes=()),
        ]
        assert all([store.add(one) for one in kept])
        for other in ({"learner": "ada"}, {"exercise": "other"}, {"course": "d"}):
            assert store.add(attempt("9", **other))
    with AttemptStore(tmp_path / "state") as store:
        assert store.of("c", "mse", None) == kept
        assert [one.submission for one in store.of("c", "mse", "ada")] == ["9"]
        assert store.of("c", "mse", "ben") == []


def test_an_unchanged_program_is_no_new_attempt_unless_it_ends_otherwise(tmp_path: Path) -> None:
    with AttemptStore(tmp_path) as store:
        assert store.add(attempt("1"))
        assert not store.add(attempt("1", at=NOW.replace(hour=13)))
        assert store.add(attempt("1", verdict="passed", level=None, mistakes=()))
        assert not store.add(attempt("1", verdict="passed", level=None, mistakes=()))
        assert store.add(attempt("2"))
        assert store.add(attempt("1"))
        assert len(store.of("c", "mse", None)) == 4


@pytest.mark.parametrize("name", ["", "Zoë", "a'; DROP TABLE attempts", "half \ud800", "\0"])
def test_learners_of_any_name_are_kept_apart(tmp_path: Path, name: str) -> None:
    with AttemptStore(tmp_path) as store:
        store.add(attempt("1", learner=name))
        assert [one.submission for one in store.of("c", "mse", name)] == ["1"]
        assert store.of("c", "mse", None) == []


ADD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from grader.model import Attempt
from grader.store.attempts import AttemptStore
for number in range(20):
    with AttemptStore(Path(sys.argv[1])) as store:
        name = f"{sys.argv[2]}{number}"
        store.add(Attempt(course="c", exercise="e", submission=name, at=datetime.now(UTC), verdict="failed"))
"""


def test_two_programs_that_write_at_once_both_keep_everything(tmp_path: Path) -> None:
    running = [subprocess.Popen([sys.executable, "-c", ADD, str(tmp_path / "new"), name]) for name in "ab"]
    assert [one.wait(60) for one in running] == [0, 0]
    with AttemptStore(tmp_path / "new") as store:
        found = [one.submission for one in store.of("c", "e", None)]
    assert sorted(found) == sorted(f"{name}{number}" for name in "ab" for number in range(20))


def _message(folder: Path) -> str:
    with pytest.raises(StoreError) as caught, AttemptStore(folder):
        pass
    return str(caught.value)


def test_a_database_of_something_else_is_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE) as other:
        other.execute("CREATE TABLE recipes (name)")
    other.close()
    assert _message(tmp_path) == (
        f"{tmp_path / FILE} is the database of another program. Name another folder with the variable {VARIABLE}."
    )


def test_a_newer_format_is_refused(tmp_path: Path) -> None:
    with AttemptStore(tmp_path):
        pass
    with sqlite3.connect(tmp_path / FILE) as raw:
        raw.execute("PRAGMA user_version = 99")
    raw.close()
    assert "was written by a newer grader (format 99; this one knows 1). Update the grader." in _message(tmp_path)


def test_what_is_no_database_or_no_folder_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"no database at all" * 100)
    assert _message(tmp_path).endswith("it is not a database, or damaged. Move it away; a new one is made then.")
    (tmp_path / "file").touch()
    assert f"Name another folder with the variable {VARIABLE}." in _message(tmp_path / "file" / "below")


def test_a_row_changed_by_hand_is_told(tmp_path: Path) -> None:
    with AttemptStore(tmp_path) as store:
        store.add(attempt())
        with sqlite3.connect(tmp_path / FILE) as raw:
            raw.execute("UPDATE attempts SET mistakes = 'no json'")
        raw.close()
        with pytest.raises(StoreError, match="an attempt that this grader cannot read"):
            store.of("c", "mse", None)


def test_the_folder_is_named_by_a_variable_or_by_the_system() -> None:
    assert state_folder({VARIABLE: "/elsewhere"}) == Path("/elsewhere")
    assert state_folder({VARIABLE: ""}).name == "downhill"


def test_an_account_keeps_its_pseudonym_and_its_folder_to_itself(tmp_path: Path) -> None:
    one = own_pseudonym(tmp_path / "state")
    assert one == own_pseudonym(tmp_path / "state") != own_pseudonym(tmp_path / "other")
    assert len(one) == 16
    assert (tmp_path / "state").stat().st_mode & 0o077 == 0

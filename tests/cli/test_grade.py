"""grader grade: a class into a folder, and what is said when something is odd."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from fake_grader import Factory

from grader.model import IsolationReport
from grader.store import ResultStore, StoreError
from grader.store.secret import Secret

Grader = Callable[..., Result]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def _rows(out: Path) -> list[dict[str, str]]:
    with (out / "grades.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_a_class_gets_its_folder_of_results(grader: Grader, a_class: Path, out: Path) -> None:
    result = grader("grade", a_class, "--out", out)
    assert result.exit_code == 0
    assert {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()} == {
        "grader.db",
        "grades.csv",
        "reports.jsonl",
        "index.html",
        "learners/ada.html",
        "learners/ben.html",
        "learners/cleo.html",
    }
    assert [(row["learner"], row["exercise"], row["score"], row["verdict"]) for row in _rows(out)] == [
        ("ada", "mse", "4", "passed"),
        ("ben", "gradient_step", "4", "passed"),
        ("ben", "mse", "0", "failed"),
        ("cleo", "mse", "4", "passed"),
    ]
    learners = [json.loads(line)["learner"] for line in (out / "reports.jsonl").read_text().splitlines()]
    assert learners == ["ada", "ben", "ben", "cleo"]
    assert "learners/ada.html" in (out / "index.html").read_text()


def test_the_terminal_gets_a_table_a_summary_and_where_to_look(grader: Grader, a_class: Path, out: Path) -> None:
    result = grader("grade", a_class, "--out", out)
    assert "cleo" in result.stdout
    assert "3 of 4 submissions passed" in result.stdout
    assert f"See {out / 'index.html'}" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= max(80, len(str(out)) + 20)


def test_progress_comes_as_plain_lines_when_nobody_watches(grader: Grader, tmp_path: Path, out: Path) -> None:
    for number in range(30):
        (tmp_path / "class").mkdir(exist_ok=True)
        (tmp_path / "class" / f"s{number}_mse.py").write_text(f"pass\n# {number}")
    result = grader("grade", tmp_path / "class", "--out", out)
    progress = [line for line in result.stderr.splitlines() if " of 30 graded" in line]
    assert progress[0] == "3 of 30 graded"
    assert progress[-1] == "30 of 30 graded"
    assert len(progress) == 10
    assert "\x1b" not in result.stdout + result.stderr


def test_a_long_table_is_left_to_the_browser(grader: Grader, tmp_path: Path, out: Path) -> None:
    (tmp_path / "class").mkdir()
    for number in range(61):
        (tmp_path / "class" / f"learner{number}_mse.py").write_text("pass")
    result = grader("grade", tmp_path / "class", "--out", out)
    assert "learner17" not in result.stdout
    assert "61 of 61 submissions passed" in result.stdout


def test_a_second_run_grades_only_what_changed(grader: Grader, a_class: Path, out: Path, tmp_path: Path) -> None:
    grader("grade", a_class, "--out", out)
    (a_class / "ben" / "mse.py").write_text("pass\n# at last")
    result = grader("grade", a_class, "--out", out)
    assert "1 submission graded in" in result.stderr
    assert "3 more known from before" in result.stderr
    assert len((tmp_path / "gradings.log").read_text().splitlines()) == 5
    assert [row["verdict"] for row in _rows(out)] == ["passed"] * 4


def test_earlier_results_stay_and_are_told_and_fresh_leaves_them_out(grader: Grader, a_class: Path, out: Path) -> None:
    grader("grade", a_class, "--out", out)
    (a_class / "cleo_mse.py").unlink()
    result = grader("grade", a_class, "--out", out)
    assert "1 report of earlier runs are in OUT as well; --fresh leaves them out." in result.stderr
    assert len(_rows(out)) == 4
    assert grader("grade", a_class, "--out", out, "--fresh").exit_code == 0
    assert len(_rows(out)) == 3
    assert not (out / "learners" / "cleo.html").exists()


def test_files_that_are_no_submission_are_listed_and_kept_in_a_file(grader: Grader, a_class: Path, out: Path) -> None:
    for number in range(14):
        (a_class / "ada" / f"notes{number:02}.txt").write_text("")
    result = grader("grade", a_class, "--out", out)
    assert result.exit_code == 0
    assert f"{a_class}/ada/notes09.txt" in result.stderr
    assert f"{a_class}/ada/notes10.txt" not in result.stderr
    assert f"and 4 more files; all are in {out / 'unmatched.txt'}" in result.stderr
    assert len((out / "unmatched.txt").read_text().splitlines()) == 14


def test_a_list_of_files_left_out_does_not_outlive_them(grader: Grader, a_class: Path, out: Path) -> None:
    (a_class / "ada" / "notes.txt").write_text("")
    grader("grade", a_class, "--out", out)
    (a_class / "ada" / "notes.txt").unlink()
    grader("grade", a_class, "--out", out)
    assert not (out / "unmatched.txt").exists()


def test_warnings_of_intake_are_shown(grader: Grader, a_class: Path, out: Path) -> None:
    (a_class / "ada" / "late").mkdir()
    (a_class / "ada" / "late" / "mse.py").write_text("fail")
    result = grader("grade", a_class, "--out", out)
    assert "ada has 2 submissions of mse, and all are kept" in result.stderr
    assert len(_rows(out)) == 5


def test_nothing_to_grade_ends_with_2_and_makes_no_folder(grader: Grader, tmp_path: Path, out: Path) -> None:
    (tmp_path / "class" / "ada").mkdir(parents=True)
    (tmp_path / "class" / "ada" / "essay.txt").write_text("")
    result = grader("grade", tmp_path / "class", "--out", out)
    assert result.exit_code == 2
    assert "essay.txt" in result.stderr
    assert "There is nothing to grade. The exercises are: mse, gradient_step, add_bias." in result.stderr
    assert not out.exists()


def test_a_path_that_is_not_there_ends_with_2(grader: Grader, tmp_path: Path, out: Path) -> None:
    result = grader("grade", tmp_path / "clas", "--out", out)
    assert result.exit_code == 2
    assert "There is nothing at" in result.stderr


@pytest.mark.parametrize("arguments", [[], ["--out", "o", "--workers", "0"], ["--out", "o", "--course", "/broken"]])
def test_bad_use_ends_with_2(grader: Grader, a_class: Path, arguments: list[str]) -> None:
    assert grader("grade", a_class, *arguments).exit_code == 2


def test_results_inside_the_class_are_not_taken_for_submissions(grader: Grader, a_class: Path) -> None:
    out = a_class / "results"
    grader("grade", a_class, "--out", out)
    (out / "learners" / "mse.py").write_text("pass\n# a trap")
    result = grader("grade", a_class, "--out", out)
    assert result.exit_code == 0
    assert "results" not in result.stderr.replace(str(out), "")
    assert len(_rows(out)) == 4


def test_results_never_go_into_the_folder_of_submissions_itself(grader: Grader, a_class: Path) -> None:
    before = sorted(a_class.rglob("*"))
    result = grader("grade", a_class, "--out", a_class)
    assert result.exit_code == 2
    assert f"Try --out {a_class / 'results'}" in result.stderr
    assert sorted(a_class.rglob("*")) == before


def test_submissions_may_lie_below_the_folder_of_results(grader: Grader, a_class: Path, tmp_path: Path) -> None:
    assert grader("grade", a_class, "--out", tmp_path).exit_code == 0
    assert len(_rows(tmp_path)) == 4


def test_a_folder_that_cannot_be_written_ends_with_2(grader: Grader, a_class: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    result = grader("grade", a_class, "--out", tmp_path / "file" / "out")
    assert result.exit_code == 2
    assert "a file is where a folder is needed. Choose another folder with --out." in result.stderr
    assert "raceback" not in result.stderr


class _FullStore:
    """A store whose disk has room for nothing, or for no file beside the database."""

    def __init__(self, path: Path, *, files_only: bool) -> None:
        self._store, self._files_only = ResultStore(path), files_only

    def __enter__(self) -> _FullStore:
        return self

    def __exit__(self, *_: object) -> None:
        self._store.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def add_many(self, rows: Any) -> None:
        rows = list(rows)
        if rows and not self._files_only:
            raise StoreError("grader.db cannot be written: the disk is full. Make room.")
        self._store.add_many(rows)

    def write_reports(self) -> None:
        raise StoreError("reports.jsonl cannot be written: the disk is full. Make room.")


@pytest.mark.parametrize(("files_only", "kept"), [(False, 0), (True, 4)])
def test_a_full_disk_ends_with_3_and_says_so(
    grader: Grader, a_class: Path, out: Path, files_only: bool, kept: int
) -> None:
    result = grader("grade", a_class, "--out", out, open_store=lambda path: _FullStore(path, files_only=files_only))
    assert result.exit_code == 3
    assert "the disk is full. Make room." in result.stderr
    assert "something went wrong" not in result.stderr
    with ResultStore(out / "grader.db") as store:
        assert len(list(store.reports())) == kept


def test_our_own_faults_are_loud_and_everybody_else_is_graded(grader: Grader, a_class: Path, out: Path) -> None:
    (a_class / "ada" / "mse.py").write_text("raise")
    result = grader("grade", a_class, "--out", out)
    assert result.exit_code == 0
    assert "1 submission could not be graded because of a fault in the grader" in result.stderr
    assert "RuntimeError" in (out / "internal.txt").read_text()
    assert [row["verdict"] for row in _rows(out)] == ["internal", "passed", "failed", "passed"]
    assert "the expected value is 42" not in (out / "learners" / "ada.html").read_text()


def test_several_workers_give_the_same_results(grader: Grader, a_class: Path, out: Path, tmp_path: Path) -> None:
    grader("grade", a_class, "--out", out)
    grader("grade", a_class, "--out", tmp_path / "other", "--workers", 2)
    assert _rows(tmp_path / "other") == _rows(out)


def test_a_secret_that_cannot_be_kept_is_told(grader: Grader, a_class: Path, out: Path) -> None:
    result = grader("grade", a_class, "--out", out, secret=lambda: Secret(b"x", "memory only", "It will not last."))
    assert result.exit_code == 0
    assert "It will not last." in result.stderr


def test_names_that_would_move_the_cursor_or_leave_the_folder_are_harmless(
    grader: Grader, a_class: Path, out: Path
) -> None:
    folder = a_class / "\x1b[2J..evil"
    folder.mkdir()
    (folder / "mse.py").write_text("pass\n# evil")
    (folder / "\x1b]0;title\x07.txt").write_text("")
    result = grader("grade", a_class, "--out", out)
    assert result.exit_code == 0
    assert "\x1b" not in result.stdout + result.stderr
    assert len(list((out / "learners").iterdir())) == 4


# --- where learner code is not confined -----------------------------------------------------------------------------


def _weak(log: Path) -> Callable[[Path, bytes, bool, bool], Factory]:
    return lambda root, secret, trusted, lines: Factory(log, isolation=IsolationReport(level="none", trusted=trusted))


def test_a_class_is_refused_where_learner_code_is_not_confined(
    grader: Grader, a_class: Path, out: Path, tmp_path: Path
) -> None:
    result = grader("grade", a_class, "--out", out, grader_of=_weak(tmp_path / "log"))
    assert result.exit_code == 2
    assert "Learner code would not be confined on this computer (isolation: none)" in result.stderr
    assert "grader doctor" in result.stderr
    assert "--trust-this-code" in result.stderr
    assert not (out / "grades.csv").exists()
    assert not (tmp_path / "log").exists()


def test_trusting_it_is_written_into_every_report(grader: Grader, a_class: Path, out: Path, tmp_path: Path) -> None:
    result = grader("grade", a_class, "--out", out, "--trust-this-code", grader_of=_weak(tmp_path / "log"))
    assert result.exit_code == 0
    assert "trusted, not confined (isolation: none)" in result.stderr
    told = [json.loads(line)["isolation"] for line in (out / "reports.jsonl").read_text().splitlines()]
    assert [(one["level"], one["trusted"]) for one in told] == [("none", True)] * 4
    assert "none (trusted by the teacher)" in (out / "index.html").read_text()
    assert "the teacher trusted this code" in (out / "learners" / "ada.html").read_text()

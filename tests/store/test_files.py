"""The files beside the database: whole or not there, and harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from grader.model import Finding, Report, Verdict
from grader.store import ResultStore
from grader.store.files import COLUMNS, grade_row, replacing

MakeReport = Callable[..., Report]


def _grades(store: ResultStore) -> list[list[str]]:
    store.write_reports()
    with (store.folder / "grades.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_reports_jsonl_has_one_report_a_line_in_order(store: ResultStore, report: MakeReport) -> None:
    store.add("b", report(learner="ben", notes=("two\nlines",)), 1)
    store.add("a", report(learner="Zoë"), 0)
    store.write_reports()
    lines = (store.folder / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["learner"] for line in lines] == ["Zoë", "ben"]
    assert [Report.model_validate_json(line) for line in lines] == list(store.reports())


def test_grades_csv_has_the_promised_columns(store: ResultStore, report: MakeReport) -> None:
    found = Finding(mistake=("added-gradient", "forgot-two"), level="A", headline="h", message="m")
    store.add(
        "k",
        report(
            verdict=Verdict.FAILED,
            score=2.5,
            findings=(found,),
            submitted_at=datetime(2026, 3, 1, 12, 30, tzinfo=UTC),
        ),
        0,
    )
    assert _grades(store) == [
        ["learner", "exercise", "score", "max_score", "verdict", "mistake", "submitted_at"],
        ["ada", "mse", "2.5", "8", "failed", "added-gradient+forgot-two", "2026-03-01T12:30:00+00:00"],
    ]


def test_one_mistake_stands_alone_and_none_leaves_the_cell_empty(report: MakeReport) -> None:
    named = Finding(mistake="forgot-mean", level="A", headline="h", message="m")
    unnamed = Finding(mistake=None, level="E", headline="h", message="m")
    column = COLUMNS.index("mistake")
    shown = [grade_row(report(findings=findings))[column] for findings in ((named,), (unnamed, named), ())]
    assert shown == ["forgot-mean", "", ""]


def test_nobody_is_an_empty_cell(report: MakeReport) -> None:
    assert grade_row(report(learner=None))[0] == ""


FORMULAS = [
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "＝",
    "﹢",
    "－",
    "＠",
    " =",
    "\u00a0=",
    "\u200b=",
    "\ufeff@",
    " \t+",
    "=cmd|' /C'!",
]


@pytest.mark.parametrize("start", FORMULAS)
def test_a_name_that_a_spreadsheet_would_run_becomes_text(store: ResultStore, report: MakeReport, start: str) -> None:
    name = f'{start}HYPERLINK("http://evil.example","x")'
    store.add("k", report(learner=name), 0)
    assert _grades(store)[1][0] == f"'{name}"
    assert _naive(name)[0][0] == name


@pytest.mark.parametrize("name", ["a;=1+1", "a\t=1+1", 'a";=1+1', "a\n;=1+1"])
def test_no_name_is_split_into_cells_where_other_signs_than_commas_split_them(
    store: ResultStore, report: MakeReport, name: str
) -> None:
    store.add("k", report(learner=name), 0)
    store.write_reports()
    written = (store.folder / "grades.csv").read_bytes().decode()
    for sign in ";\t":
        cells = [cell for row in csv.reader(io.StringIO(written, newline=""), delimiter=sign) for cell in row]
        assert not [cell for cell in cells if cell.startswith("=")]
    if '"' not in name and "\n" not in name:
        assert any("=1+1" in row for sign in ";\t" for row in _naive(name, sign))


def _naive(name: str, sign: str = ",") -> list[list[str]]:
    """The cells that a spreadsheet finds in a line as the csv module writes it."""
    text = io.StringIO(newline="")
    csv.writer(text).writerow([name])
    return list(csv.reader(io.StringIO(text.getvalue(), newline=""), delimiter=sign))


@pytest.mark.parametrize("name", ["O'Hara", "a=b", "anna-lena", "a,b", 'say "hi"', "two\r\nlines", "one\rcr"])
def test_every_other_name_stays_as_it_is(store: ResultStore, report: MakeReport, name: str) -> None:
    store.add("k", report(learner=name), 0)
    rows = _grades(store)
    assert len(rows) == 2
    assert rows[1][0] == name


def test_an_empty_store_writes_a_heading_and_no_report(store: ResultStore) -> None:
    assert _grades(store) == [list(COLUMNS)]
    assert (store.folder / "reports.jsonl").read_text() == ""


def test_a_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("old")
    with replacing(path) as handle:
        handle.write("half of the n")
        assert path.read_text() == "old"
        handle.write("ew")
    assert path.read_text() == "half of the new"


@pytest.mark.parametrize("problem", [KeyboardInterrupt(), RuntimeError()])
def test_a_file_that_could_not_be_finished_leaves_the_old_one_and_no_litter(
    tmp_path: Path, problem: BaseException
) -> None:
    path = tmp_path / "page.html"
    path.write_text("old")

    def begin() -> None:
        with replacing(path) as handle:
            handle.write("new")
            raise problem

    with pytest.raises(type(problem)):
        begin()
    assert {one.name: one.read_text() for one in tmp_path.iterdir()} == {"page.html": "old"}


def test_a_page_with_half_a_character_is_still_written(store: ResultStore) -> None:
    store.write_text("index.html", "\ud800")
    assert (store.folder / "index.html").read_text(encoding="utf-8") == "\\ud800"


def test_files_are_readable_for_those_whom_the_account_allows(store: ResultStore) -> None:
    before = os.umask(0o022)
    try:
        store.write_text("index.html", "page")
    finally:
        os.umask(before)
    assert (store.folder / "index.html").stat().st_mode & 0o777 == 0o644

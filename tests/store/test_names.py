"""Programs that are kept, names of clusters, and a database from before there were either."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from grader.diagnosis.clusters import Name, face_of
from grader.model import Behaviour, Evidence, Finding, Report, Verdict
from grader.store import ResultStore, StoreError
from grader.store.results import Row

MakeReport = Callable[..., Report]
FORMAT_1 = (Path(__file__).parent / "format_1.sql").read_text(encoding="utf-8")


@pytest.fixture
def unknown(report: MakeReport) -> MakeReport:
    """A report of wrong answers that no mistake explains."""

    def make(*answers: Any, **changes: Any) -> Report:
        finding = Finding(
            mistake=None,
            level="E",
            headline="Not right yet.",
            message="It gave 4.",
            evidence=Evidence(inputs={"x": 3}, yours={"y": 4}),
        )
        values = {"verdict": Verdict.FAILED, "score": 3.0, "findings": (finding,)}
        return report(**values | {"behaviour": Behaviour(probes="p", answers=answers or (4.0,))} | changes)

    return make


def _name(report: Report, **changes: Any) -> Name:
    values = {
        "cluster": "mse-0123abcd",
        "face": face_of(report),
        "mistake": "weighted-mean",
        "headline": "You weigh the examples.",
        "message": "Each counts as much as any other.",
        "question": "What is a mean?",
        "named_at": datetime(2026, 3, 1, tzinfo=UTC),
    }
    return Name.model_validate(values | changes)


# --- programs -------------------------------------------------------------------------------------------------


def test_a_program_that_nobody_can_explain_is_kept(store: ResultStore, unknown: MakeReport) -> None:
    source = 'def mse(a, b):\n    return "\x1b[2J é \ud800"\n' * 50
    store.add("k", unknown(), 0, source)
    assert store.shortest_source(["0" * 64]) == ("0" * 64, source)
    (packed,) = sqlite3.connect(store.path).execute("SELECT source FROM samples").fetchone()
    assert len(packed) < len(source) / 5


def test_all_other_programs_are_not(store: ResultStore, report: MakeReport, unknown: MakeReport) -> None:
    store.add("right", report(), 0, "pass")
    store.add("no source is known", unknown(submission="1" * 64), 1)
    store.add("no behaviour", unknown(submission="2" * 64, behaviour=None), 2, "pass")
    assert store.shortest_source(["0" * 64, "1" * 64, "2" * 64]) is None
    assert store.shortest_source([]) is None


def test_the_shortest_of_very_many_is_found(store: ResultStore, unknown: MakeReport) -> None:
    rows = [
        Row(f"{number}", unknown(submission=f"{number:064}", origin=f"{number}"), number, "x" * (5 + abs(777 - number)))
        for number in range(1200)
    ]
    store.add_many(rows)
    assert store.shortest_source([f"{number:064}" for number in range(1200)]) == (f"{777:064}", "xxxxx")


def test_a_program_stays_when_the_report_comes_again(store: ResultStore, unknown: MakeReport) -> None:
    store.add("k", unknown(), 0, "first")
    store.add("k", unknown(), 1, "first")
    store.add("other", unknown(submission="1" * 64), 1, "second")
    assert store.shortest_source(["0" * 64]) == ("0" * 64, "first")


def test_programs_are_forgotten_with_their_reports_and_names_are_not(store: ResultStore, unknown: MakeReport) -> None:
    store.add("k", unknown(), 0, "source")
    store.name(_name(unknown()))
    store.forget()
    assert store.shortest_source(["0" * 64]) is None
    assert [name.mistake for name in store.names()] == ["weighted-mean"]


# --- names ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("answers", [(4.0, [1.0, "NaN"]), ({"raised": "ValueError"}, None, True, 10**400), (-0.0, "é")])
def test_a_name_comes_back_as_it_went_in(store: ResultStore, unknown: MakeReport, answers: tuple[Any, ...]) -> None:
    given = _name(unknown(*answers), named_by="Zoë")
    store.name(given)
    assert store.names() == [given]


def test_every_report_that_is_read_shows_the_name_and_none_is_changed(store: ResultStore, unknown: MakeReport) -> None:
    member, other = unknown(), unknown(5.0, learner="ben")
    store.add("k", member, 0)
    store.add("o", other, 1)
    store.name(_name(member))
    shown, untouched = store.reports()
    assert [finding.mistake for finding in shown.findings] == ["weighted-mean", None]
    assert store.reports_of("ada") == [shown]
    assert untouched == other
    assert list(store.graded()) == [member, other]
    assert store.get("k") == member


def test_a_report_that_comes_later_shows_it_too(store: ResultStore, unknown: MakeReport) -> None:
    store.name(_name(unknown()))
    store.add("k", unknown(4.0 + 1e-12, learner="ben"), 0)
    assert next(store.reports()).findings[0].mistake == "weighted-mean"


def test_the_files_show_it(store: ResultStore, report: MakeReport, unknown: MakeReport) -> None:
    store.add("k", unknown(), 0)
    store.add("right", report(learner="ben"), 1)
    store.name(_name(unknown()))
    store.write_reports()
    with (store.folder / "grades.csv").open(newline="") as file:
        assert [(row["mistake"], row["score"]) for row in csv.DictReader(file)] == [("weighted-mean", "3"), ("", "8")]
    lines = (store.folder / "reports.jsonl").read_text().splitlines()
    assert [json.loads(line)["findings"][0]["level"] for line in lines[:1]] == ["B"]
    assert [Report.model_validate_json(line) for line in lines] == list(store.reports())
    assert lines[1] == report(learner="ben").to_json()


def test_a_name_can_be_changed_and_taken_away(store: ResultStore, unknown: MakeReport) -> None:
    store.add("k", unknown(), 0)
    store.name(_name(unknown()))
    store.name(_name(unknown(), mistake="another", headline="It is something else."))
    assert next(store.reports()).findings[0].headline == "It is something else."
    store.unname("mse-0123abcd")
    assert list(store.reports()) == [unknown()]
    assert store.names() == []


@pytest.mark.parametrize("change", ["answers = 'no JSON'", "headline = 'It is obviously wrong.'", "named_at = 'once'"])
def test_a_name_that_was_spoilt_by_hand_is_told(store: ResultStore, unknown: MakeReport, change: str) -> None:
    store.name(_name(unknown()))
    with sqlite3.connect(store.path) as connection:
        connection.execute(f"UPDATE names SET {change}")
    with pytest.raises(StoreError, match="the name of a cluster that this grader cannot read"):
        list(store.reports())


def test_a_program_that_was_spoilt_by_hand_is_told(store: ResultStore, unknown: MakeReport) -> None:
    store.add("k", unknown(), 0, "source")
    with sqlite3.connect(store.path) as connection:
        connection.execute("UPDATE samples SET source = x'00'")
    with pytest.raises(StoreError, match="a program that this grader cannot read"):
        store.shortest_source(["0" * 64])


# --- format 1 -------------------------------------------------------------------------------------------------


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A database as format 1 was written, with one report of wrong answers."""
    path = tmp_path / "grader.db"
    connection = sqlite3.connect(path)
    connection.executescript(FORMAT_1)
    connection.close()
    return path


def test_a_database_of_format_1_is_brought_up_to_date_and_loses_nothing(old: Path) -> None:
    with ResultStore(old) as store:
        (kept,) = store.reports()
        assert (kept.learner, kept.score) == ("ada", 3.0)
        assert store.keys() == {"k"}
        assert store.names() == []
        assert store.shortest_source([kept.submission]) is None
    connection = sqlite3.connect(old)
    assert connection.execute("PRAGMA user_version").fetchone() == (2,)


def test_it_takes_programs_and_names_like_a_new_one(old: Path) -> None:
    with ResultStore(old) as store:
        (kept,) = store.reports()
        store.add("k", kept, 0, "source")
        store.name(_name(kept))
    with ResultStore(old) as store:
        assert store.shortest_source([kept.submission]) == (kept.submission, "source")
        assert next(store.reports()).findings[0].mistake == "weighted-mean"

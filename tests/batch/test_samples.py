"""What nobody can explain yet keeps its program, whoever graded it and however often."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fake_grader import Factory, submission

from grader.batch import grade_all
from grader.diagnosis.clusters import Name, survey
from grader.store import ResultStore

CLASS = [
    submission("ada", "odd 7.5\n# ada"),
    submission("ben", "pass"),
    submission("cleo", "fail"),
    submission("dan", "odd 7.5\n# ada"),
]
ODD = CLASS[0]


@pytest.mark.parametrize("workers", [1, 2])
def test_the_programs_of_undiagnosed_submissions_are_kept(store: ResultStore, log: Path, workers: int) -> None:
    grade_all(CLASS, make_grader=Factory(log), store=store, workers=workers)
    assert store.shortest_source([one.sha256 for one in CLASS]) == (ODD.sha256, "odd 7.5\n# ada")
    assert sqlite3.connect(store.path).execute("SELECT count(*) FROM samples").fetchone() == (1,)


def test_a_report_from_before_programs_were_kept_gets_its_own_when_it_is_met_again(
    store: ResultStore, log: Path
) -> None:
    grade_all(CLASS, make_grader=Factory(log), store=store, workers=1)
    with sqlite3.connect(store.path) as connection:
        connection.execute("DELETE FROM samples")
    assert grade_all(CLASS, make_grader=Factory(log), store=store, workers=1).reused == len(CLASS)
    assert store.shortest_source([ODD.sha256]) is not None


def test_a_program_outlives_its_file_and_its_report(store: ResultStore, log: Path) -> None:
    grade_all(CLASS, make_grader=Factory(log), store=store, workers=1)
    grade_all([submission("ada", "pass\n# at last")], make_grader=Factory(log), store=store, workers=1)
    assert store.shortest_source([ODD.sha256]) is not None


def test_a_name_is_never_written_into_a_report_that_is_taken_over(store: ResultStore, log: Path) -> None:
    grade_all(CLASS, make_grader=Factory(log), store=store, workers=1)
    before = list(store.graded())
    (cluster,) = survey(before).clusters
    text = "Each counts as much as any other."
    store.name(
        Name(
            cluster=cluster.id,
            face=cluster.face,
            mistake="weighted-mean",
            headline=text,
            message=text,
            question=text,
            named_at=datetime(2026, 3, 1, tzinfo=UTC),
        )
    )
    grade_all(CLASS, make_grader=Factory(log), store=store, workers=1)
    assert list(store.graded()) == before
    assert [one.findings[0].mistake for one in store.reports() if one.findings] == ["weighted-mean"] * 2

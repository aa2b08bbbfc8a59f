"""The files of a class: the lists, one page for all, one for each learner."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grader.model import Course, Report
    from grader.store import ResultStore


def write_results(store: ResultStore, course: Course, *, now: datetime) -> list[Report]:
    """Everything in OUT that is made from grader.db. Returns the overview of all reports."""
    reports = [report.overview() for report in store.reports()]
    store.write_reports()
    write_pages(store, course, reports, now=now)
    return reports


def write_pages(store: ResultStore, course: Course, overview: Sequence[Report], *, now: datetime) -> None:
    """Learners' pages first, so that the class page never links to one that is not there yet.

    overview: all reports, without what only a learner's own page shows; those are read one learner at a time.
    """
    from grader.render import html
    from grader.store import page_names

    titles = {stem: exercise.title for stem, exercise in course.exercises.items()}
    learners = dict.fromkeys(
        report.learner for report in sorted(overview, key=_handed_in) if report.learner is not None
    )
    files = {learner: f"learners/{name}.html" for learner, name in page_names(learners).items()}
    for learner, file in files.items():
        own = sorted(store.reports_of(learner), key=_handed_in)
        store.write_text(file, html.learner_page(course.title, learner, own, titles, index="../index.html"))
    note = f"Written on {now:%Y-%m-%d at %H:%M}."
    store.write_text(
        "index.html", html.class_page(course.title, overview, titles=titles, link=files, generated_note=note)
    )


def _handed_in(report: Report) -> float:
    return report.submitted_at.timestamp() if report.submitted_at else 0.0

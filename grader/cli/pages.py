"""The files of a class: the lists, one page for all, one for each learner."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grader.language import Language
    from grader.model import Course, Report
    from grader.store import ResultStore


def write_results(store: ResultStore, course: Course, language: Language, *, now: datetime) -> list[Report]:
    """Everything in OUT that is made from grader.db. Returns the overview of all reports."""
    reports = [report.overview() for report in store.reports()]
    store.write_reports()
    write_pages(store, course, reports, language, now=now)
    return reports


def write_pages(
    store: ResultStore, course: Course, overview: Sequence[Report], language: Language, *, now: datetime
) -> None:
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
        page = html.learner_page(course.title, learner, own, titles, index="../index.html", language=language)
        store.write_text(file, page)
    note = language.text("Written on {day} at {time}.", day=f"{now:%Y-%m-%d}", time=f"{now:%H:%M}")
    page = html.class_page(course.title, overview, titles=titles, link=files, generated_note=note, language=language)
    store.write_text("index.html", page)


def _handed_in(report: Report) -> float:
    return report.submitted_at.timestamp() if report.submitted_at else 0.0

"""The HTML of a class: one page for all, one for each learner."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grader.model import Course, Report
    from grader.store import ResultStore


def write_pages(store: ResultStore, course: Course, reports: Sequence[Report], *, now: datetime) -> None:
    """Learners' pages first, so that the class page never links to one that is not there yet."""
    from grader.render import html
    from grader.store import page_names

    titles = {stem: exercise.title for stem, exercise in course.exercises.items()}
    of_learner = _by_learner(reports)
    files = {learner: f"learners/{name}.html" for learner, name in page_names(of_learner).items()}
    for learner, own in of_learner.items():
        page = html.learner_page(course.title, learner, own, titles, index="../index.html")
        store.write_text(files[learner], page)
    note = f"Graded on {now:%Y-%m-%d at %H:%M}."
    store.write_text(
        "index.html", html.class_page(course.title, reports, titles=titles, link=files, generated_note=note)
    )


def _by_learner(reports: Sequence[Report]) -> dict[str, list[Report]]:
    """Each learner's reports, the one handed in last at the end. Work without a name has no page of its own."""
    found: dict[str, list[Report]] = defaultdict(list)
    for report in sorted(reports, key=_handed_in):
        if report.learner is not None:
            found[report.learner].append(report)
    return found


def _handed_in(report: Report) -> float:
    return report.submitted_at.timestamp() if report.submitted_at else 0.0

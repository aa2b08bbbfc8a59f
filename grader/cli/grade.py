"""grader grade: a whole class, into a folder of results."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click

from grader.cli.keeping import Log
from grader.cli.options import course_option, example, language_option, log_option
from grader.cli.pages import write_results
from grader.cli.parts import Parts
from grader.cli.program import TRUST, Refusal
from grader.cli.progress import progress
from grader.cli.results import opened
from grader.cli.sorting import refuse_mixing, tell_left_out, without_results, write_left_out, write_lines
from grader.cli.terminal import plain, say, show
from grader.render.isolation import ENOUGH

if TYPE_CHECKING:
    from grader.batch import MakeGrader, Tally
    from grader.intake import Found
    from grader.language import Language
    from grader.model import Course, Report
    from grader.store import ResultStore

FAULTS = "internal.txt"
ROWS_SHOWN = 60
"""A longer table is easier to read in the browser."""


@click.command(
    "grade",
    epilog=example("grader grade class/ --out results/", "grader grade moodle.zip late/ --out results/ --workers 4"),
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path))
@click.option("--out", required=True, metavar="OUT", type=click.Path(path_type=Path), help="The folder for results.")
@click.option("--workers", metavar="N", type=click.IntRange(min=1), help="Processes to grade with (as a rule: CPUs).")
@click.option(
    "--resume/--fresh",
    default=True,
    help="Keep what OUT holds and grade only new or changed work (as a rule), or forget it and grade all.",
)
@click.option(TRUST, "trusted", is_flag=True, help="Grade although learner code is not confined here; reports say so.")
@click.option("--lines", is_flag=True, help="Look for the line of a wrong formula, too: up to 0.3 s each.")
@log_option
@language_option
@course_option
@click.pass_obj
def command(
    parts: Parts,
    paths: tuple[Path, ...],
    out: Path,
    workers: int | None,
    resume: bool,
    trusted: bool,
    lines: bool,
    log: Path | None,
    language: str | None,
    course: Path | None,
) -> None:
    """Grade every submission in folders, archives and files.

    OUT receives index.html, learners/, grades.csv, reports.jsonl and grader.db. It can be stopped at any time:
    the same command goes on where it was.

    Ends with 0 when every submission got a report, whatever the scores; 2 when nothing could be graded or it was
    stopped (Ctrl-C); 3 when the grader itself is at fault or the disk failed.
    """
    root = parts.course_root(course)
    loaded = parts.load(root)
    tongue = parts.open_language(language or loaded.language, root)
    refuse_mixing(paths, out)
    found = without_results(parts.find(paths, stems=list(loaded.exercises)), paths, out)
    tell_left_out(found, out)
    if not found.submissions:
        raise Refusal(f"There is nothing to grade. The exercises are: {', '.join(loaded.exercises)}.")
    secret = parts.secret()
    if secret.warning:
        say(secret.warning)
    logged = Log(log, secret.value)
    with opened(parts, out) as store:
        make_grader = parts.grader_of(root, secret.value, trusted, lines)
        tally = _grade(found, make_grader, store, workers, logged, resume=resume)
        reports = _write(store, loaded, found, tally, tongue)
        _show(reports, loaded, tongue)
        _tell(reports, tally, found, out)
    if tally.interrupted:
        raise Refusal(f"Stopped: {tally.done} of {tally.total} graded; run the same command again to go on.")


def _grade(
    found: Found, make_grader: MakeGrader, store: ResultStore, workers: int | None, logged: Log, *, resume: bool
) -> Tally:
    from grader.batch import grade_all

    started = monotonic()
    with progress(len(found.submissions)) as tell:

        def on_report(report: Report, tally: Tally) -> None:
            logged.add(report)
            tell(report, tally)

        tally = grade_all(
            found.submissions,
            make_grader=make_grader,
            store=store,
            workers=workers,
            resume=resume,
            on_report=on_report,
        )
    known = f" ({tally.reused:,} more known from before)" if tally.reused else ""
    say(f"{_count(tally.graded, 'submission')} graded in {monotonic() - started:.1f} s{known}.")
    return tally


def _write(store: ResultStore, course: Course, found: Found, tally: Tally, language: Language) -> list[Report]:
    reports = write_results(store, course, language, now=datetime.now())
    write_left_out(store, found)
    write_lines(store, FAULTS, tally.faults)
    return reports


def _show(reports: Sequence[Report], course: Course, language: Language) -> None:
    from grader.render import text

    titles = {stem: exercise.title for stem, exercise in course.exercises.items()}
    if len(reports) <= ROWS_SHOWN:
        show(text.class_table(reports, language))
    show(text.class_summary(reports, titles, language=language))


def _tell(reports: Sequence[Report], tally: Tally, found: Found, out: Path) -> None:
    click.echo(f"\nSee {plain(str(out / 'index.html'))}")
    _tell_earlier(reports, found)
    _tell_isolation(reports)
    _tell_internal(tally, out)


def _tell_earlier(reports: Sequence[Report], found: Found) -> None:
    now = {(one.learner, one.exercise, one.origin) for one in found.submissions}
    earlier = sum((one.learner, one.exercise, one.origin) not in now for one in reports)
    if earlier:
        say(f"{_count(earlier, 'report')} of earlier runs are in OUT as well; --fresh leaves them out.")


def _tell_isolation(reports: Sequence[Report]) -> None:
    weak = sorted({one.isolation.level for one in reports if one.isolation.level not in ENOUGH})
    if weak:
        say(
            f"Learner code was trusted, not confined (isolation: {' and '.join(weak)}), and the reports say so: "
            "`grader doctor` says what to do."
        )


def _tell_internal(tally: Tally, out: Path) -> None:
    if tally.faults:
        say(f"What happened inside the grader is in {out / FAULTS}; please report it.")
    if tally.internal:
        say(
            f"{_count(tally.internal, 'submission')} could not be graded because of a fault in the grader. "
            "It costs nobody points or an attempt; run the same command again to try once more."
        )


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"

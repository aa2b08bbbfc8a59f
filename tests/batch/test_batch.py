"""Many submissions: each gets exactly one report, known work is not graded again, faults stay where they are."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from fake_grader import Factory, FakeGrader, a_class, submission

from grader.batch import BatchError, NotConfined, Tally, default_workers, grade_all
from grader.model import IsolationReport, Report, Submission, Verdict
from grader.store import ResultStore, StoreError

Run = Callable[..., Tally]


@pytest.fixture
def run(store: ResultStore, log: Path) -> Run:
    def grade(submissions: Sequence[Submission], version: str = "1", **options: Any) -> Tally:
        options = {"workers": 1, "store": store} | options
        return grade_all(submissions, make_grader=Factory(log, version), **options)

    return grade


def _verdicts(store: ResultStore) -> dict[str | None, str]:
    return {report.learner: report.verdict.value for report in store.reports()}


def _gradings(log: Path) -> list[str]:
    return [line.split(" ", 1)[1] for line in log.read_text().splitlines()]


# --- every submission gets its report -------------------------------------------------------------------------


@pytest.mark.parametrize("workers", [1, 2])
def test_every_submission_gets_one_report_in_the_order_of_submission(
    run: Run, store: ResultStore, log: Path, workers: int
) -> None:
    submissions = a_class(60)
    tally = run(submissions, workers=workers)
    assert [report.learner for report in store.reports()] == [one.learner for one in submissions]
    assert tally == Tally(total=60, graded=60)
    assert sorted(_gradings(log)) == sorted(one.origin for one in submissions)


def test_nothing_to_grade_is_no_problem(run: Run) -> None:
    assert run([]) == Tally(total=0)


def test_a_report_is_in_the_store_before_it_is_counted(run: Run, store: ResultStore) -> None:
    seen: list[int] = []

    def check(report: Report, tally: Tally) -> None:
        kept = {one.learner for one in store.reports()}
        assert report.learner in kept
        seen.append(tally.done)

    run(a_class(70), on_report=check)
    assert seen == list(range(1, 71))


def test_workers_really_share_the_work(run: Run, log: Path) -> None:
    run(a_class(24, "sleep 0.02"), workers=2)
    processes = {line.split()[0] for line in log.read_text().splitlines()}
    assert len(processes) == 2
    assert str(os.getpid()) not in processes


def test_any_executor_can_be_given(run: Run, store: ResultStore) -> None:
    with ThreadPoolExecutor(3) as executor:
        tally = run(a_class(50), workers=3, executor=executor)
    assert tally.graded == 50
    assert len(list(store.reports())) == 50


def test_the_grader_is_closed_at_the_end(store: ResultStore, log: Path) -> None:
    made: list[FakeGrader] = []

    def make() -> FakeGrader:
        made.append(FakeGrader(log))
        return made[-1]

    grade_all(a_class(2), make_grader=make, store=store, workers=1)
    assert [grader.closed for grader in made] == [True]


def test_a_small_class_needs_no_second_worker() -> None:
    assert default_workers(39) == 1
    assert default_workers(40) >= 1


# --- known work -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("workers", [1, 2])
def test_a_second_run_grades_nothing_again(run: Run, store: ResultStore, log: Path, workers: int) -> None:
    run(a_class(30))
    before = list(store.reports())
    tally = run(a_class(30), workers=workers)
    assert tally == Tally(total=30, reused=30)
    assert len(_gradings(log)) == 30
    assert list(store.reports()) == before


def test_only_changed_work_is_graded_again(run: Run, store: ResultStore, log: Path) -> None:
    run(a_class(5))
    submissions = a_class(5)
    submissions[2] = submission("s002", "fail")
    assert run(submissions) == Tally(total=5, graded=1, reused=4)
    assert _gradings(log)[5:] == ["class/s002/mse.py"]
    assert _verdicts(store)["s002"] == "failed"
    assert len(list(store.reports())) == 5


def test_a_changed_exercise_is_graded_again(run: Run, store: ResultStore) -> None:
    run(a_class(5))
    assert run(a_class(5), version="2") == Tally(total=5, graded=5)
    assert len(list(store.reports())) == 5


def test_fresh_forgets_what_was_there(run: Run, store: ResultStore, log: Path) -> None:
    run([*a_class(5), submission("left", "pass")])
    assert run(a_class(5), resume=False) == Tally(total=5, graded=5)
    assert len(_gradings(log)) == 11
    assert "left" not in _verdicts(store)


def test_results_of_another_folder_are_kept_before_the_new_ones(run: Run, store: ResultStore) -> None:
    run([submission("zoe", "pass\n1"), submission("yan", "pass\n2")])
    run([submission("ada", "pass\n3"), submission("yan", "pass\n2")])
    assert [report.learner for report in store.reports()] == ["zoe", "ada", "yan"]


def test_the_same_work_is_graded_once_and_everybody_gets_a_report(run: Run, store: ResultStore, log: Path) -> None:
    when = datetime(2026, 3, 1, tzinfo=UTC)
    copied = [
        submission(name, "pass").model_copy(update={"submitted_at": when, "notes": (f"from {name}",)})
        for name in ("ada", "ben", None)
    ]
    assert run(copied) == Tally(total=3, graded=3)
    assert _gradings(log) == ["class/ada/mse.py"]
    reports = list(store.reports())
    assert [(one.learner, one.origin, one.submitted_at, one.notes) for one in reports] == [
        (one.learner, one.origin, when, one.notes) for one in copied
    ]
    assert {one.timing.total_ms for one in reports} == {12.5}


def test_somebody_elses_earlier_work_counts_as_known(run: Run, store: ResultStore, log: Path) -> None:
    run([submission("ada", "pass")])
    assert run([submission("ben", "pass")]) == Tally(total=1, reused=1)
    assert _verdicts(store) == {"ada": "passed", "ben": "passed"}
    assert len(_gradings(log)) == 1


def test_the_same_bytes_read_in_another_way_are_other_work(run: Run, store: ResultStore) -> None:
    readable = submission("ada", "")
    unreadable = submission("ben", "").model_copy(update={"problem": "It is a link."})
    run([readable, unreadable])
    assert _verdicts(store) == {"ada": "passed", "ben": "error"}


# --- our own faults -------------------------------------------------------------------------------------------


def _with_one(command: str, number: int = 30, place: int = 11) -> list[Submission]:
    submissions = a_class(number)
    submissions[place] = submission(f"s{place:03}", command)
    return submissions


@pytest.mark.parametrize(("command", "workers"), [("raise", 1), ("raise", 2), ("mess", 1), ("mess", 2), ("die", 2)])
def test_a_fault_of_ours_hits_one_submission_and_the_rest_goes_on(
    run: Run, store: ResultStore, command: str, workers: int
) -> None:
    tally = run(_with_one(command), workers=workers)
    verdicts = _verdicts(store)
    assert verdicts.pop("s011") == "internal"
    assert set(verdicts.values()) == {"passed"}
    assert len(verdicts) == 29
    assert (tally.graded, tally.internal, len(tally.faults)) == (30, 1, 1)
    assert tally.faults[0].startswith("class/s011/mse.py\n")


@pytest.mark.parametrize(("command", "workers"), [("raise", 1), ("die", 2)])
def test_a_report_of_our_fault_costs_nothing_tells_nothing_and_has_every_check(
    run: Run, store: ResultStore, command: str, workers: int
) -> None:
    run(_with_one(command, number=3, place=0), workers=workers)
    report = next(store.reports())
    assert (report.verdict, report.score, report.max_score) == (Verdict.INTERNAL, 0.0, 4.0)
    assert [check.verdict.value for check in report.checks] == ["internal", "not_run"]
    assert sum(check.points for check in report.checks) == 0
    assert "It costs no points and no attempt." in report.notes[-1]
    assert "42" not in report.to_json()
    assert (report.learner, report.origin) == ("s000", "class/s000/mse.py")


@pytest.mark.parametrize("command", ["raise", "our-fault"])
def test_a_report_of_our_fault_is_never_reused(run: Run, log: Path, command: str) -> None:
    run([submission("ada", command), submission("ben", command)])
    assert run([submission("ada", command), submission("ben", command)]).reused == 0


def test_several_deadly_submissions_are_all_found(run: Run, store: ResultStore) -> None:
    submissions = a_class(40)
    for place in (3, 4, 25):
        submissions[place] = submission(f"s{place:03}", f"die\n# {place}")
    run(submissions, workers=2)
    internal = [learner for learner, verdict in _verdicts(store).items() if verdict == "internal"]
    assert internal == ["s003", "s004", "s025"]
    assert len(_verdicts(store)) == 40


def test_when_no_worker_can_start_grading_stops_and_says_what_to_do(store: ResultStore, log: Path) -> None:
    with pytest.raises(BatchError, match="--workers 1"):
        grade_all(a_class(50), make_grader=Factory(log, broken=True), store=store, workers=2)


def test_when_the_given_executor_breaks_grading_stops(run: Run) -> None:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with (
        ProcessPoolExecutor(1, get_context("spawn")) as executor,
        pytest.raises(BatchError, match="executor that grading was given to"),
    ):
        run([submission("ada", "die")], executor=executor)


def test_a_full_disk_stops_grading_and_keeps_what_was_written(run: Run, store: ResultStore) -> None:
    class Full:
        """The store, on a disk with room for 10 reports."""

        def __init__(self) -> None:
            self.room = 10

        def __getattr__(self, name: str) -> Any:
            return getattr(store, name)

        def add_many(self, rows: Any) -> None:
            rows = list(rows)
            self.room -= len(rows)
            if self.room < 0:
                raise StoreError("the disk is full")
            store.add_many(rows)

    counted: list[str | None] = []
    with pytest.raises(StoreError, match="the disk is full"):
        run(a_class(16, "sleep 0.03"), store=Full(), on_report=lambda report, _: counted.append(report.learner))
    assert 0 < len(counted) <= 10
    assert counted == [report.learner for report in store.reports()]
    assert run(a_class(16, "sleep 0.03")).reused == len(counted)


# --- strangers' code only in a box that holds ---------------------------------------------------------------------


@pytest.mark.parametrize("level", ["partial", "none"])
def test_nothing_is_graded_where_learner_code_is_not_confined(store: ResultStore, log: Path, level: str) -> None:
    grade_all(a_class(1), make_grader=Factory(log), store=store, workers=1)
    weak = Factory(log, isolation=IsolationReport(level=level))
    with pytest.raises(NotConfined, match=f"isolation: {level}.*grader doctor"):
        grade_all(a_class(3), make_grader=weak, store=store, workers=1, resume=False)
    assert len(_gradings(log)) == 1
    assert len(_verdicts(store)) == 1  # what was there before is not forgotten either


@pytest.mark.parametrize("level", ["sealed", "confined"])
def test_where_it_is_confined_nobody_has_to_answer_for_it(store: ResultStore, log: Path, level: str) -> None:
    strong = Factory(log, isolation=IsolationReport(level=level))
    assert grade_all(a_class(3), make_grader=strong, store=store, workers=1).graded == 3


def test_a_teacher_may_answer_for_it_and_every_report_says_so(store: ResultStore, log: Path) -> None:
    trusted = Factory(log, isolation=IsolationReport(level="none", trusted=True))
    assert grade_all(a_class(3), make_grader=trusted, store=store, workers=1).graded == 3
    assert [report.isolation.trusted for report in store.reports()] == [True] * 3


def test_a_worker_on_a_weaker_machine_grades_nothing(store: ResultStore, log: Path) -> None:
    mixed = Factory(log, elsewhere=IsolationReport(level="none"))
    with pytest.raises(BatchError):
        grade_all(a_class(4), make_grader=mixed, store=store, workers=2)
    assert _gradings(log) == []

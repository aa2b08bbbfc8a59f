"""Submissions that behave alike are one cluster, whatever the order, and nothing else is."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grader.diagnosis.clusters import (
    Cluster,
    Face,
    Name,
    Names,
    alike,
    face_of,
    is_undiagnosed,
    survey,
)
from grader.diagnosis.values import RTOL, close
from grader.model import Behaviour, CheckResult, Evidence, Finding, IsolationReport, Report, Timing, Verdict


def finding(**changes: Any) -> Finding:
    values = {"mistake": None, "level": "E", "headline": "Not right yet.", "message": "It gave 4."}
    return Finding.model_validate({**values, "evidence": Evidence(inputs={"x": 3}, yours={"y": 4}), **changes})


def report(*answers: Any, number: int = 0, probes: str = "p", **changes: Any) -> Report:
    values: dict[str, Any] = {
        "course": "networks",
        "exercise": "mse",
        "learner": f"learner{number}",
        "submission": f"{number:064x}",
        "verdict": Verdict.FAILED,
        "score": 1.0,
        "max_score": 8.0,
        "checks": (),
        "findings": (finding(),),
        "isolation": IsolationReport(level="confined"),
        "timing": Timing(total_ms=2.5),
        "grader": "0.1.0",
        "behaviour": Behaviour(probes=probes, answers=answers),
    }
    return Report.model_validate(values | changes)


def a_class(*answers: Any) -> list[Report]:
    """One report for each answer to the only probe."""
    return [report(answer, number=number) for number, answer in enumerate(answers)]


def sizes(reports: Sequence[Report]) -> list[int]:
    return [len(cluster.members) for cluster in survey(reports).clusters]


def name_for(cluster: Cluster, **changes: Any) -> Name:
    values = {
        "cluster": cluster.id,
        "face": cluster.face,
        "mistake": "weighted-mean",
        "headline": "You weigh the examples.",
        "message": "Each counts as much as any other.",
        "question": "What is a mean?",
        "named_at": datetime(2026, 3, 1, tzinfo=UTC),
    }
    return Name.model_validate(values | changes)


# --- who belongs to a cluster ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "changes",
    [
        {"verdict": Verdict.PASSED},
        {"verdict": Verdict.INTERNAL},
        {"verdict": Verdict.TIMEOUT},
        {"findings": ()},
        {"findings": (finding(mistake="root", level="A"),)},
        {"findings": (finding(mistake=("root", "halved"), level="B"), finding())},
        {"behaviour": None},
    ],
)
def test_only_what_is_wrong_unnamed_and_known_by_its_answers_belongs_to_a_cluster(changes: dict[str, Any]) -> None:
    assert is_undiagnosed(report(4.0))
    assert not is_undiagnosed(report(4.0, **changes))
    assert survey([report(4.0, **changes)]).clusters == ()


def test_what_cannot_be_compared_is_counted() -> None:
    assert survey([report(4.0), report(4.0, behaviour=None), report(4.0, verdict=Verdict.PASSED)]).mute == 1


def test_the_behaviour_of_a_report_without_one_is_nobodys() -> None:
    with pytest.raises(ValueError, match="nothing about how"):
        face_of(report(behaviour=None))


# --- what is alike --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (2.0, 2.0 * (1 + RTOL / 2)),
        (2, 2.0),
        (0.0, -0.0),
        (0.0, 1e-10),
        (math.nan, math.nan),
        ([1.0, math.inf], [1.0, math.inf]),
        ({"raised": "ValueError"}, {"raised": "ValueError"}),
        ({"a": 1.0, "b": 2.0}, {"b": 2.0, "a": 1.0}),
        ("a text", "a text"),
        (None, None),
        (10**400, 10**400),
    ],
)
def test_answers_that_agree_as_values_are_one_cluster(one: Any, other: Any) -> None:
    assert sizes(a_class(one, other)) == [2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (2.0, 2.0 * (1 + 3 * RTOL)),
        (2.0, [2.0]),
        ([2.0], [[2.0]]),
        ([1.0, 2.0], [1.0, 2.0, 3.0]),
        ([[1.0, 2.0], [3.0]], [[1.0], [2.0, 3.0]]),
        (math.nan, math.inf),
        (math.inf, -math.inf),
        (math.inf, 1.7e308),
        (1.7e308, -1.7e308),
        ({"raised": "ValueError"}, {"raised": "TypeError"}),
        ({"raised": "ValueError"}, "ValueError"),
        ("a text", "another"),
        (True, 1),
        (None, 0),
        (10**400, 10**400 + 1),
    ],
)
def test_answers_that_differ_are_two(one: Any, other: Any) -> None:
    assert sizes(a_class(one, other)) == [1, 1]


@pytest.mark.parametrize("changes", [{"exercise": "other"}, {"course": "other"}, {"probes": "others"}])
def test_answers_to_other_questions_are_never_compared(changes: dict[str, Any]) -> None:
    assert sizes([report(4.0), report(4.0, number=1, **changes)]) == [1, 1]


def test_where_every_probe_is_answered_right_the_checks_that_fail_tell_two_faults_apart() -> None:
    bare = finding(level="D", evidence=Evidence())
    checks = [(CheckResult(id=name, sentence=name, verdict=Verdict.FAILED, max_points=1),) for name in "aab"]
    reports = [report(4.0, number=n, checks=c, findings=(bare,)) for n, c in enumerate(checks)]
    assert sizes(reports) == [2, 1]
    # Otherwise which checks fail is a matter of the inputs that were drawn.
    assert sizes([one.model_copy(update={"findings": (finding(),)}) for one in reports]) == [3]


def test_a_chain_of_neighbours_is_not_one_cluster() -> None:
    """Everybody agrees with the first of the cluster, not only with whoever stands beside."""
    found = survey(a_class(*(1 + 0.8 * RTOL * step for step in range(9))))
    assert [len(one.members) for one in found.clusters] == [2, 2, 2, 2, 1]


def _boundaries() -> Iterator[float]:
    """Numbers right on the edges of rounding to 6 and fewer digits, in every size, and next to powers of two."""
    for size in (-12, -3, 0, 1, 6, 15, 300):
        for digits in (1.5, 1.0000005, 9.999995, 1.2345675, 2.5):
            yield digits * 10.0**size
    yield from (2.0**power for power in (-30, -1, 0, 1, 52, 1000))


@pytest.mark.parametrize("number", [*_boundaries(), *(-one for one in _boundaries())])
def test_no_edge_of_rounding_parts_answers_that_agree(number: float) -> None:
    below, above = math.nextafter(number, -math.inf), math.nextafter(number, math.inf)
    assert sizes(a_class([below, 1.0], [number, 1.0], [above, 1.0])) == [3]
    ids = {survey(a_class(*some)).clusters[0].id for some in ([below], [number], [above], [above, below])}
    assert len(ids) == 1


_SOME = st.sampled_from([0.0, 1e-10, 1.0, 1.0 + 4e-7, 1.0 + 9e-7, 1.0 + 2e-6, -3.0, 1e300])
_POINTS = hnp.arrays(np.float64, st.tuples(st.integers(1, 25), st.integers(0, 3)), elements=_SOME)


@settings(max_examples=300, deadline=None)
@given(_POINTS)
def test_groups_hold_every_row_once_and_all_agree_with_the_first(points: Any) -> None:
    groups = list(alike(points))
    assert sorted(row for group in groups for row in group) == list(range(len(points)))
    assert all(close(points[group[0]], points[row]) for group in groups for row in group)
    firsts = [points[group[0]] for group in groups]
    assert not any(close(a, b) for n, a in enumerate(firsts) for b in firsts[:n])


_ANSWERS = st.lists(
    st.one_of(
        _SOME,
        st.floats(),
        st.just({"raised": "ValueError"}),
        st.lists(_SOME, max_size=3),
        st.sampled_from(["NaN", "text", None, True, 1, -0.0]),
    ),
    max_size=14,
)


@settings(max_examples=200, deadline=None)
@given(_ANSWERS, st.randoms(use_true_random=False))
def test_the_order_of_the_reports_does_not_matter(answers: list[Any], random: Any) -> None:
    reports = a_class(*answers)
    shuffled = random.sample(reports, len(reports))
    assert survey(shuffled) == survey(reports)


def test_two_clusters_never_share_an_id() -> None:
    reports = a_class(*(1.5 + 1.7e-6 * step for step in range(400)))
    found = survey(reports).clusters
    assert len({one.id for one in found}) == len(found) > 300
    assert all(one.id.startswith("mse-") for one in found)


def test_the_biggest_comes_first_and_a_learner_counts_once() -> None:
    reports = [*a_class(1.0, 2.0, 2.0, 2.0), report(2.0, number=9, learner="learner1")]
    first, second = survey(reports).clusters
    assert (len(first.members), first.learners, len(second.members)) == (4, 3, 1)
    assert survey(reports).undiagnosed == 5


@pytest.mark.parametrize("kind", ["noise", "all different", "a chain", "alike but for the last"])
def test_ten_times_the_class_takes_about_ten_times_as_long(kind: str) -> None:
    """Told by the arithmetic alone; the rest of a survey looks at one report at a time."""

    def points(count: int) -> Any:
        draw = np.random.default_rng(1).random((count, 4))
        if kind == "noise":
            return 1 + 1e-13 * draw
        if kind == "a chain":
            draw[:, 0] = 1 + np.arange(count) * RTOL / 3
            draw[:, 1:] = 0
        if kind == "alike but for the last":
            draw[:, :3] = 1
        return draw

    def seconds(count: int) -> float:
        many, started = points(count), time.perf_counter()
        list(alike(many))
        return time.perf_counter() - started

    seconds(1_000)
    assert min(seconds(50_000) for _ in range(2)) < 40 * max(seconds(5_000), 0.005)


# --- names ----------------------------------------------------------------------------------------------------


def test_a_name_comes_first_and_leaves_the_rest_as_it_is() -> None:
    first, second = a_class(4.0, 4.0 * (1 + 1e-9))
    name = name_for(survey([first]).clusters[0])
    shown = Names([name]).laid_over(second)
    told = shown.findings[0]
    assert (told.mistake, told.level, told.headline) == ("weighted-mean", "B", "You weigh the examples.")
    assert (told.message, told.question) == (name.message, name.question)
    assert told.evidence == second.findings[0].evidence
    assert shown.findings[1:] == second.findings
    assert shown.model_copy(update={"findings": second.findings}) == second


@pytest.mark.parametrize(
    "other",
    [
        report(5.0),
        report(4.0, probes="others"),
        report(4.0, exercise="other"),
        report(4.0, verdict=Verdict.PASSED),
        report(4.0, findings=(finding(mistake="root", level="A"),)),
    ],
)
def test_nobody_else_gets_the_name(other: Report) -> None:
    names = Names([name_for(survey([report(4.0)]).clusters[0])])
    assert names.laid_over(other) is other


def test_the_line_that_was_found_is_still_told() -> None:
    one = report(4.0, findings=(finding(line=7),))
    assert Names([name_for(survey([one]).clusters[0])]).laid_over(one).findings[0].line == 7


def test_a_named_cluster_leaves_the_unnamed_and_keeps_its_id() -> None:
    reports = a_class(4.0, 4.0, 5.0)
    name = name_for(survey(reports).clusters[0])
    found = survey([*reports, report(4.0, number=8)], Names([name]))
    assert [len(one.members) for one in found.clusters] == [1]
    assert [(one.id, len(one.members), one.name) for one in found.named] == [(name.cluster, 3, name)]


def test_a_name_that_nobody_needs_any_more_is_kept() -> None:
    name = name_for(survey([report(4.0)]).clusters[0])
    (left,) = survey([], Names([name])).named
    assert (left.members, left.told, left.name) == ((), None, name)


def test_an_id_is_not_given_twice_when_one_is_taken_by_a_name() -> None:
    (one,) = survey([report(4.0)]).clusters
    elsewhere = name_for(one, face=Face(course="networks", exercise="mse", probes="p", answers=(5.0,)))
    assert survey([report(4.0)], Names([elsewhere])).clusters[0].id != one.id

"""What the next attempt did about a fault: counted right whatever the log looks like."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.diagnosis.efficacy import Entry, Outcome, efficacy, faults, outcome, pseudonym, wilson

START = datetime(2026, 1, 1, tzinfo=UTC)


def entry(
    submission: str, *mistakes: str, learner: str | None = "ada", minute: int | None = None, **more: Any
) -> Entry:
    verdict = "failed" if mistakes or more.get("level") else "passed"
    at = START + timedelta(minutes=int(submission, 36) if minute is None else minute)
    values = {"course": "c", "exercise": "e", "learner": learner, "submission": submission, "at": at}
    told = {
        "verdict": verdict,
        "level": "A" if mistakes else None,
        "mistakes": mistakes,
        "headline": "+".join(mistakes),
    }
    return Entry.model_validate(values | told | more)


@pytest.mark.parametrize(
    ("before", "after", "came"),
    [
        (("a",), entry("2"), Outcome.REMOVED),
        (("a", "b"), entry("2", "b"), Outcome.REMOVED),
        (("a", "b"), entry("2"), Outcome.REMOVED),
        (("a",), entry("2", "b"), Outcome.REPLACED),
        (("a", "b"), entry("2", "b", "c"), Outcome.REPLACED),
        (("a",), entry("2", level="E"), Outcome.REPLACED),
        (("a",), entry("2", verdict="timeout"), Outcome.REPLACED),
        (("a",), entry("2", "a"), Outcome.AGAIN),
        (("a",), entry("2", "a", "b"), Outcome.AGAIN),
        (("a",), None, Outcome.GAVE_UP),
    ],
)
def test_what_the_next_attempt_did(before: tuple[str, ...], after: Entry | None, came: Outcome) -> None:
    assert outcome("a", entry("1", *before), after) is came


def test_mistakes_that_cannot_be_told_apart_count_as_one() -> None:
    either = entry("1", "a", "b", level="B")
    assert faults(either) == ("a or b",)
    assert outcome("a or b", either, entry("2", "a", "b", level="B")) is Outcome.AGAIN
    assert outcome("a or b", either, entry("2", "a")) is Outcome.REPLACED


def test_several_learners_are_followed_each_by_themselves() -> None:
    log = [entry("1", "a"), entry("2", "a", learner="ben"), entry("3"), entry("4", "a", learner="ben")]
    (row,) = efficacy(log)
    assert (row.told, row.followed, row.removed) == (3, 2, 1)
    assert row.counts == {Outcome.REMOVED: 1, Outcome.REPLACED: 0, Outcome.AGAIN: 1, Outcome.GAVE_UP: 1}
    assert (row.share, row.headline) == (0.5, "a")


def test_who_is_not_known_and_our_own_faults_are_left_out() -> None:
    log = [entry("1", "a", learner=None), entry("2", "a"), entry("3", verdict="internal", level="D"), entry("4")]
    (row,) = efficacy(log)
    assert (row.told, row.removed) == (1, 1)


def test_another_exercise_or_course_is_no_next_attempt() -> None:
    rows = efficacy([entry("1", "a"), entry("2", exercise="f"), entry("3", course="d")])
    assert [(row.exercise, row.counts[Outcome.GAVE_UP]) for row in rows] == [("e", 1)]


def test_a_program_that_comes_back_is_the_one_it_was() -> None:
    (row,) = efficacy([entry("1", "a"), entry("2", "a"), entry("1", "a", minute=9), entry("3", minute=10)])
    assert (row.told, row.counts[Outcome.AGAIN], row.removed) == (2, 1, 1)


def test_messages_that_do_not_help_come_first_and_those_with_little_behind_them_last() -> None:
    log = []
    for number in range(20):
        for fault, helps in (("bad", False), ("good", True), ("half", number % 2 == 0)):
            learner = f"{fault}{number}"
            log += [entry("1", fault, learner=learner), entry("2", *([] if helps else [fault]), learner=learner)]
    log += [entry("1", "rare", learner="x"), entry("2", "rare", learner="x")]
    assert [row.mistake for row in efficacy(log)] == ["bad", "half", "rare", "good"]


def test_times_without_a_zone_can_be_compared() -> None:
    (row,) = efficacy([entry("2", at=datetime(2026, 1, 1, 0, 5)), entry("1", "a")])
    assert row.removed == 1


ENTRIES = st.lists(
    st.builds(
        entry,
        st.sampled_from("123456"),
        *[st.sampled_from("abc")] * 1,
        learner=st.sampled_from(["ada", "ben", None]),
    )
    | st.builds(entry, st.sampled_from("123456"), learner=st.sampled_from(["ada", "ben"])),
    max_size=12,
    unique_by=lambda one: (one.learner, one.submission),
)


@given(ENTRIES, st.randoms())
def test_order_and_repetition_in_the_files_change_nothing(log: list[Entry], chance: Any) -> None:
    other = [*log, *log]
    chance.shuffle(other)
    assert efficacy(other) == efficacy(log)


@given(ENTRIES)
def test_every_fault_that_was_told_is_counted_once(log: list[Entry]) -> None:
    rows = efficacy(log)
    assert sum(row.told for row in rows) == sum(len(one.mistakes) for one in log if one.learner is not None)
    assert all(row.counts[Outcome.GAVE_UP] == row.told - row.followed for row in rows)


@given(st.integers(0, 500), st.integers(0, 500))
def test_the_interval_holds_the_share(hits: int, more: int) -> None:
    total = hits + more
    low, high = wilson(hits, total)
    assert 0 <= low <= high <= 1
    if total:
        assert low - 1e-12 <= hits / total <= high + 1e-12
        flipped = wilson(more, total)
        assert math.isclose(low, 1 - flipped[1], abs_tol=1e-9)


def test_the_interval_is_wilsons() -> None:
    low, high = wilson(8, 10)
    assert (round(low, 4), round(high, 4)) == (0.4902, 0.9433)
    assert wilson(0, 0) == (0.0, 1.0)


def test_a_pseudonym_is_one_persons_in_all_exercises_and_nobodys_without_the_secret() -> None:
    one = pseudonym(b"secret", "c", "ada")
    assert one == pseudonym(b"secret", "c", "ada")
    assert (
        len({one, pseudonym(b"other", "c", "ada"), pseudonym(b"secret", "d", "ada"), pseudonym(b"secret", "c", "b")})
        == 4
    )
    assert "ada" not in one

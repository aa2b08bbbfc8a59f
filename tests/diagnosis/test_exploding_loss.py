"""Answers that are judged by conditions: the run is repeated with the learner's rate."""

from __future__ import annotations

import math
from functools import cache
from typing import Any

import numpy as np
import pytest

from grader.calls import Opaque
from grader.diagnosis.answers import BlanksDiagnosis
from grader.model import Finding

from .labs import course, key

RIGHT = {"cause": "rate too high", "first_dial": "learning rate", "lr": 0.1, "first_loss": 0.334}


@cache
def diagnosis() -> BlanksDiagnosis:
    return BlanksDiagnosis(course().exercises["exploding_loss"], key("exploding_loss"))


def tell(**answers: Any) -> list[Finding]:
    return diagnosis().diagnose({**RIGHT, **answers}, {})


def names(**answers: Any) -> list[Any]:
    return [found.mistake for found in tell(**answers)]


def first_loss(rate: float) -> float:
    return float(diagnosis().chain["run"](rate, 1)[1])


def test_right_answers_are_told_nothing() -> None:
    assert tell(first_loss=round(first_loss(0.1), 3)) == []


@pytest.mark.parametrize("rate", [0.03, 0.05, 0.1, 0.13, 0.2, 0.25])
def test_any_rate_that_settles_is_right_with_its_own_first_loss(rate: float) -> None:
    assert tell(lr=rate, first_loss=first_loss(rate)) == []
    assert tell(lr=np.float64(rate), first_loss=np.array(first_loss(rate))) == []


@pytest.mark.parametrize(
    ("rate", "mistake"),
    [
        (0.75, "rate-still-too-large"),
        (0.3, "rate-still-too-large"),
        (1e9, "rate-still-too-large"),
        (0.001, "rate-too-small"),
        (0.0, "rate-too-small"),
        (1e-12, "rate-too-small"),
        (-0.1, "negative-rate"),
    ],
)
def test_a_rate_that_does_not_settle_is_told_by_its_direction(rate: float, mistake: str) -> None:
    first = tell(lr=rate, first_loss=first_loss(rate))[0]
    assert (first.mistake, first.level) == (mistake, "A")
    assert first.message


@pytest.mark.parametrize("rate", [0.75, 0.001])
def test_the_run_is_drawn_with_the_learners_rate(rate: float) -> None:
    picture = tell(lr=rate, first_loss=first_loss(rate))[0].evidence.picture
    assert picture is not None
    yours = next(series for series in picture.series if series.role == "yours")
    assert list(yours.y)[:2] == pytest.approx([2.097, first_loss(rate)], rel=1e-3)


@pytest.mark.parametrize(
    ("answers", "mistake"),
    [
        ({"cause": "code"}, "blamed-code"),
        ({"first_dial": "code"}, "blamed-code"),
        ({"cause": "data"}, "blamed-data"),
        ({"first_dial": "data"}, "blamed-data"),
        ({"first_dial": "starting weight"}, "blamed-data"),
        ({"cause": "too few steps"}, "train-longer"),
        ({"first_dial": "steps"}, "train-longer"),
        ({"first_dial": "More Steps"}, "train-longer"),
        ({"cause": "rate too low"}, "blamed-low-rate"),
        ({"cause": "The learning_rate is too LOW"}, "blamed-low-rate"),
    ],
)
def test_a_wrong_cause_or_dial_is_told_by_its_belief(answers: dict[str, str], mistake: str) -> None:
    first = tell(**answers)[0]
    assert (first.mistake, first.level) == (mistake, "A")
    assert first.evidence.yours[next(iter(answers))] == next(iter(answers.values()))


@pytest.mark.parametrize(
    "own_words", ["rate too high", "Rate_too_HIGH", "the learning rate is too large", "lr too high"]
)
def test_the_cause_may_be_written_in_other_words(own_words: str) -> None:
    assert "rate-still-too-large" not in names(cause=own_words)
    assert diagnosis().chain["choice"](own_words) == "rate too high"


@pytest.mark.parametrize("odd", [0.5, ["code"], True, {"code": 1}, Opaque("type", "code")])
@pytest.mark.parametrize("blank", ["cause", "first_dial"])
def test_a_choice_that_is_no_text_is_told_so(blank: str, odd: Any) -> None:
    told = [found for found in tell(**{blank: odd}) if "one of the words that the task offers" in found.headline]
    assert len(told) == 1
    assert told[0].mistake is None


@pytest.mark.parametrize("odd", ["0.1", (0, 1), [0.1], True, Opaque("Decimal", "0.1")])
def test_a_rate_that_is_no_number_is_told_so_and_no_condition_holds(odd: Any) -> None:
    told = tell(lr=odd)
    assert "lr is not a number that Python can use." in [found.headline for found in told]
    assert not {found.mistake for found in told} & {"rate-still-too-large", "rate-too-small", "negative-rate"}


@pytest.mark.parametrize("odd", [math.nan, math.inf, -math.inf, 1e308])
def test_a_rate_that_cannot_be_run_never_raises(odd: float) -> None:
    assert [found.model_dump_json() for found in tell(lr=odd)]


def test_empty_answers_are_told_as_empty() -> None:
    told = diagnosis().diagnose(dict.fromkeys(RIGHT), {})
    assert [found.level for found in told] == ["D"] * 4
    assert all(blank in found.headline for blank, found in zip(RIGHT, told, strict=True))


def test_the_loss_before_the_first_step_is_told_as_such() -> None:
    assert names(first_loss=2.1)[0] == "loss-before-step"
    assert "loss-before-step" not in names(first_loss=0.5)


def test_a_first_loss_that_belongs_to_the_learners_own_rate_is_right_even_when_the_rate_is_wrong() -> None:
    assert names(lr=0.75, first_loss=round(first_loss(0.75), 1)) == [
        "rate-still-too-large",
        "carried-forward",
    ] or names(lr=0.75, first_loss=round(first_loss(0.75), 1)) == ["rate-still-too-large"]


def test_only_one_rate_condition_holds_at_a_time() -> None:
    conditions = {"rate-still-too-large", "rate-too-small", "negative-rate"}
    for rate in [n / 100 for n in range(-20, 100)]:
        held = conditions & set(names(lr=rate, first_loss=first_loss(rate)))
        assert len(held) == (0 if diagnosis().chain["settles"](rate) else 1), rate

"""Numbers worked out by hand: each slip is named where it is made, and costs once."""

from __future__ import annotations

import itertools
import math
from functools import cache
from typing import Any

import pytest

from grader.calls import Opaque
from grader.diagnosis.answers import BlanksDiagnosis
from grader.diagnosis.chain import Chain, hand_close
from grader.diagnosis.draw import Draw
from grader.diagnosis.variants import draw_variant, hidden_mistakes, with_numbers
from grader.model import Finding

from .labs import ROOT, course, key, mistakes_in

BLANKS = ("pred", "loss_before", "grad", "w_new", "loss_after")
VARIANTS = range(4)
STATEMENT = {"pred": 2.0, "loss_before": 16.0, "grad": -16.0, "w_new": 2.6, "loss_after": 0.64}
MISTAKES = [pytest.param(n, id=f"{n}-{mistake.id}") for n, mistake in enumerate(key("trace_step").mistakes)]


@cache
def diagnosis() -> BlanksDiagnosis:
    return BlanksDiagnosis(course().exercises["trace_step"], key("trace_step"))


@cache
def numbers(seed: int) -> dict[str, float]:
    namespace: dict[str, Any] = {}
    path = ROOT / "checks" / "downhill" / "test_trace_step.py"
    exec(compile(path.read_text(encoding="utf-8"), path, "exec"), namespace)
    return draw_variant(diagnosis().chain, namespace["draw_numbers"], seed)


def with_own(seed: int) -> tuple[BlanksDiagnosis, Chain]:
    own = diagnosis().given(numbers(seed))
    return own, own.chain


def tell(own: dict[str, Any], **givens: Any) -> list[Finding]:
    return diagnosis().diagnose({**dict.fromkeys(BLANKS), **own}, {"w": 1.0, "x": 2.0, "y": 6.0, "lr": 0.1, **givens})


def status(own: dict[str, Any], blank: str) -> str:
    return diagnosis().chain.judge(own, blank).status


@pytest.mark.parametrize("seed", VARIANTS)
def test_right_answers_are_right_with_any_numbers(seed: int) -> None:
    own, chain = with_own(seed)
    answers = chain.follow({})
    assert list(answers) == list(BLANKS)
    assert [chain.judge(answers, blank).status for blank in BLANKS] == ["right"] * 5
    assert own.diagnose(answers, numbers(seed)) == []


@pytest.mark.parametrize("seed", VARIANTS)
@pytest.mark.parametrize("index", MISTAKES)
def test_every_single_mistake_is_named_at_its_blank_and_costs_one_blank(index: int, seed: int) -> None:
    own, chain = with_own(seed)
    mistake = chain.mistakes[index]
    answers = chain.follow({}, (index,))
    judged = {blank: chain.judge(answers, blank).status for blank in BLANKS}
    at = chain.blank_of(index)
    assert at is not None
    assert [blank for blank in BLANKS if judged[blank] not in ("right", "carried")] == [at]
    assert all(judged[blank] == "right" for blank in BLANKS[: BLANKS.index(at)])
    first, *rest = own.diagnose(answers, numbers(seed))
    if not mistake.slip:
        assert (first.mistake, first.level) == (mistake.id, "B")
    assert {found.mistake for found in rest} <= {"carried-forward"}


@pytest.mark.parametrize("seed", VARIANTS)
def test_a_variants_numbers_hide_no_mistake(seed: int) -> None:
    _, chain = with_own(seed)
    assert hidden_mistakes(chain) == []
    values = numbers(seed)
    assert not {abs(values["w"]), abs(values["x"])} & {0.0, 1.0, 2.0}
    assert values["lr"] not in (0.1, 1.0)


def test_the_same_seed_gives_the_same_numbers_and_seeds_differ() -> None:
    drawn = [numbers.__wrapped__(seed) for seed in range(12)]
    assert drawn == [numbers.__wrapped__(seed) for seed in range(12)]
    assert len({tuple(sorted(values.items())) for values in drawn}) > 9


def test_numbers_that_always_hide_a_mistake_are_refused() -> None:
    """With x = 1 a forgotten x does not show."""

    def always_one(draw: Draw) -> dict[str, float]:
        return {"w": draw.number(), "x": 1.0, "y": 7.0, "lr": 0.05}

    with pytest.raises(ValueError, match="never gives numbers that show every mistake; widen what it draws from"):
        draw_variant(diagnosis().chain, always_one, 1)


def test_hidden_mistakes_are_named_in_pairs() -> None:
    hidden = hidden_mistakes(diagnosis().chain.given({"w": 3.0, "x": 1.0, "y": 7.0, "lr": 0.05}))
    assert ("right", "forgot-x") in hidden or ("forgot-x", "right") in hidden


def test_a_stub_is_written_with_the_learners_own_numbers_and_is_otherwise_the_same() -> None:
    stub = course().exercises["trace_step"].stub
    own = with_numbers(stub, {"w": -2.5, "x": 3.0, "y": 7.0, "lr": 0.03})
    assert "\nw, x, y, lr = -2.5, 3.0, 7.0, 0.03\n" in own
    assert own.replace("-2.5, 3.0, 7.0, 0.03", "1.0, 2.0, 6.0, 0.1") == stub
    assert with_numbers("x = 1\n", {"w": 2.0}) == "x = 1\n"


def test_the_statements_numbers_are_right() -> None:
    assert all(status(STATEMENT, blank) == "right" for blank in BLANKS)
    assert tell(STATEMENT) == []


def test_an_error_is_carried_forward_and_told_once() -> None:
    own = {**STATEMENT, "grad": -8.0, "w_new": 1.8, "loss_after": 5.76}
    assert [status(own, blank) for blank in BLANKS] == ["right", "right", "wrong", "carried", "carried"]
    first, *rest = tell(own)
    assert first.mistake in ("forgot-two", ("forgot-two", "forgot-x"))
    assert [found.mistake for found in rest] == ["carried-forward"] * 2
    assert "slip further up costs only once" in rest[0].headline


def test_a_number_made_right_by_hand_after_an_error_is_right_too() -> None:
    assert status({**STATEMENT, "grad": -8.0}, "w_new") == "right"


@pytest.mark.parametrize("zero", [0, 0.0, -0.0])
def test_a_zero_that_makes_the_rest_trivial_earns_nothing_for_the_rest(zero: float) -> None:
    own = {**STATEMENT, "grad": zero, "w_new": 1.0, "loss_after": 16.0}
    assert [status(own, blank) for blank in BLANKS[2:]] == ["wrong", "trivial", "trivial"]
    assert sum("A 0 further up leaves nothing to work out" in found.headline for found in tell(own)) == 2


@pytest.mark.parametrize(
    ("typed", "computed", "right"),
    [
        (2.6, 2.6, True),
        (0.6, 0.64, False),
        (0.64, 0.6432, True),
        (0.64, 0.6449, True),
        (0.64, 0.6451, False),
        (0.6, 0.604, True),
        (13, 13.1, True),
        (13, 13.4, False),
        (16, 16.0, True),
        (1e3, 1000.4, True),
        (1000, 1004, False),
        (-16, 16.0, False),
        (5.5, -5.5, False),
        (0.0, 0.004, False),
        (0.0, 0.0, True),
        (0.001, 0.0, False),
        (math.nan, math.nan, False),
        (math.inf, math.inf, False),
        (1.0, math.inf, False),
        (1e300, 1e300, True),
    ],
)
def test_a_number_typed_by_hand_counts_as_far_as_its_digits_go(typed: float, computed: float, right: bool) -> None:
    assert hand_close(typed, computed) is right


def test_a_close_number_is_told_to_keep_its_digits() -> None:
    own = {**STATEMENT, "w_new": 2.65, "loss_after": (2.65 * 2 - 6) ** 2}
    assert status(own, "w_new") == "close"
    first = tell(own)[0]
    assert (first.level, first.mistake) == ("E", None)
    assert "Keep more digits" in first.message


@pytest.mark.parametrize(("empty", "word"), [(None, "missing"), (Opaque("ellipsis", "Ellipsis"), "empty")])
def test_an_empty_or_missing_blank_is_told_as_such_and_last(empty: Any, word: str) -> None:
    assert status({**STATEMENT, "grad": empty}, "grad") == word
    findings = tell({**STATEMENT, "pred": empty, "grad": 16.0})
    assert [found.level for found in findings].count("D") == 1
    last = next(found for found in findings if found.level == "D")
    assert "pred" in last.headline
    assert findings.index(last) >= 1 or word == "missing"


@pytest.mark.parametrize(
    ("odd", "advice"),
    [
        ((2, 6), "write 2.6 with a point"),
        ("2,6", "without quotes, and with a point in place of the comma"),
        ("2.6", "without quotes"),
        ([2.6], "is not a number"),
        (True, "is not a number"),
        (1j, "is not a number"),
        (10**400, "is not a number"),
        (Opaque("Fraction", "13/5"), "is not a number"),
        ({}, "is not a number"),
    ],
    ids=repr,
)
def test_what_is_no_number_is_told_how_to_write_it(odd: Any, advice: str) -> None:
    own = {**STATEMENT, "w_new": odd}
    assert status(own, "w_new") == "not-a-number"
    assert advice in diagnosis().chain.judge(own, "w_new").reason
    assert "is not a number that Python can use" in tell(own)[0].headline


@pytest.mark.parametrize("odd", [math.nan, math.inf, -math.inf, 1e308, -1e308, 1e-320, 1e200, -(2**900)], ids=str)
@pytest.mark.parametrize("blank", BLANKS)
def test_odd_numbers_are_wrong_in_their_own_blank_and_never_raise(blank: str, odd: float) -> None:
    own = {**STATEMENT, blank: odd}
    assert status(own, blank) in ("wrong", "not-a-number")
    findings = tell(own)
    assert findings
    assert all(found.evidence.inputs == {"w": 1.0, "x": 2.0, "y": 6.0, "lr": 0.1} for found in findings)
    assert [found.model_dump_json() for found in findings]
    assert not any(status({**dict.fromkeys(BLANKS, odd)}, name) in ("right", "carried") for name in BLANKS[:1])


@pytest.mark.parametrize("odd", [math.nan, math.inf])
def test_nothing_is_carried_forward_from_a_number_that_is_none(odd: float) -> None:
    own = dict.fromkeys(BLANKS, odd)
    assert all(status(own, blank) == "wrong" for blank in BLANKS)


def test_two_slips_at_two_blanks_are_two_findings() -> None:
    own = {"pred": 3.0, "loss_before": 9.0, "grad": -6.0, "w_new": 1.6, "loss_after": 7.84}
    findings = tell(own)
    assert next(found.mistake for found in findings if found.level == "B") == "added-not-multiplied"
    assert status(own, "grad") == "wrong"
    assert status(own, "loss_before") == "carried"


def test_numbers_of_the_statement_that_were_changed_are_told_first() -> None:
    first = tell(STATEMENT, x=3.0)[0]
    assert (first.mistake, first.level) == (None, "D")
    assert "x is 2, in your file 3" in first.message
    assert tell(STATEMENT, x=None) == []


def test_only_names_whose_models_give_the_number_are_told() -> None:
    """Every value between the known ones: what is named gives that value, and every value it gives is near."""
    chain = diagnosis().chain
    indices = range(len(chain.mistakes))
    models = [(n,) for n in indices] + list(itertools.combinations(indices, 2))
    for grad in [n / 4 for n in range(-140, 141)]:
        own = {**STATEMENT, "grad": grad}
        for found in tell({**own, "w_new": 1 - 0.1 * grad, "loss_after": ((1 - 0.1 * grad) * 2 - 6) ** 2}):
            if found.level != "B":
                continue
            for name in mistakes_in(found):
                fitting = [model for model in models if name in {chain.mistakes[n].id for n in model}]
                values = [chain.follow(own, model)["grad"] for model in fitting if chain.board.compatible(model)]
                assert any(hand_close(grad, value) for value in values), (grad, name)

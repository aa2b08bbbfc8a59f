"""Other help for a fault that was told before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.calls import Call
from grader.diagnosis.help import MOST_WORDS, SMALLER, TWIN, problems_with, steps, told_in_a_row
from grader.diagnosis.mistakes import MAX_MESSAGE_WORDS
from grader.model import Attempt, Finding, Help

from .labs import FUNCTIONS, Lab, asking, is_convention, lab

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def attempt(submission: str, *mistakes: str, level: str | None = "A", verdict: str = "failed") -> Attempt:
    values = {"course": "c", "exercise": "e", "submission": submission, "at": NOW, "verdict": verdict}
    return Attempt.model_validate(values | {"level": level, "mistakes": mistakes})


def found(*mistakes: str, level: Any = "A") -> Finding:
    return Finding(mistake=mistakes or None, level=level, headline="h", message="m")


# --- how often ------------------------------------------------------------------------------------------------


def test_the_same_fault_is_counted_back_to_the_first_other_attempt() -> None:
    earlier = [attempt("1", "a"), attempt("2", "b"), attempt("3", "a"), attempt("4", "a")]
    assert told_in_a_row(earlier, "5", found("a")) == 3
    assert told_in_a_row(earlier, "5", found("b")) == 1
    assert told_in_a_row(earlier, "5", found("a", "b")) == 1
    assert told_in_a_row([], "5", found("a")) == 1


def test_an_unchanged_program_is_counted_once() -> None:
    earlier = [attempt("1", "a"), attempt("1", "a"), attempt("2", "a"), attempt("1", "a")]
    assert told_in_a_row(earlier, "2", found("a")) == 2
    assert told_in_a_row(earlier[:2], "1", found("a")) == 1


def test_a_passed_attempt_ends_the_row() -> None:
    earlier = [attempt("1", "a"), attempt("2", level=None, verdict="passed")]
    assert told_in_a_row(earlier, "3", found("a")) == 1


def test_without_a_name_the_level_has_to_be_the_same() -> None:
    earlier = [attempt("1", level="D"), attempt("2", level="E"), attempt("3", level="E")]
    assert told_in_a_row(earlier, "4", found(level="E")) == 3
    assert told_in_a_row(earlier, "4", found(level="D")) == 1
    assert told_in_a_row([*earlier, attempt("4", "a", level="E")], "5", found(level="E")) == 1


ATTEMPTS = st.lists(st.builds(attempt, st.sampled_from("123"), st.sampled_from("ab")), max_size=8)


@given(ATTEMPTS, st.sampled_from("123"), st.sampled_from("ab"))
def test_it_is_between_one_and_the_number_of_programs_and_only_the_end_counts(
    earlier: list[Attempt], now: str, fault: str
) -> None:
    times = told_in_a_row(earlier, now, found(fault))
    assert 1 <= times <= len({now, *(one.submission for one in earlier)})
    other = attempt("9", "other")
    assert told_in_a_row([*earlier, other], now, found(fault)) == 1
    assert told_in_a_row([other, *earlier], now, found(fault)) == times
    assert told_in_a_row([*earlier, attempt(now, fault)], now, found(fault)) == times
    assert told_in_a_row([*earlier, attempt("8", fault)], now, found(fault)) == times + 1


# --- the steps of the solution --------------------------------------------------------------------------------

LOOP = """
def run(w, n):
    seen = []
    for _ in range(n):
        step = w / 2
        seen.append(step)
        w = w - step
    return w
"""


def test_every_value_a_name_was_given_can_be_told() -> None:
    held = steps(LOOP, "run", ("w", "n"), (8, 2))
    assert (held["step_1"], held["step_2"], held["step"]) == (4, 2, 2)
    assert held["w"] == 8, "a parameter is what was given"
    assert (held["w_1"], held["w_2"]) == (4, 2)
    assert (held["seen_1"], held["seen"]) == ([], [4, 2]), "a list that grows is told as it ends"
    assert "step_3" not in held


# --- what is said ---------------------------------------------------------------------------------------------


def helped(one: Lab, function: Callable[..., Any], times: int) -> tuple[Finding, Help | None]:
    (first, *_) = one.diagnose(function)
    return first, one.diagnosis.other_help(first, times, asking({one.exercise.function: function}))


def words(*texts: str | None) -> int:
    """Numbers and signs are none."""
    return sum(any(map(str.isalpha, word)) for text in texts for word in (text or "").split())


@pytest.mark.parametrize("stem", FUNCTIONS)
def test_every_mistake_has_other_help_short_enough_to_read(stem: str, measured: Callable[[str], None]) -> None:
    one, without = lab(stem), []
    for index, mistake in enumerate(one.key.mistakes):
        if is_convention(stem, mistake.id):
            continue
        answer = one.making((index,))
        first, smaller = helped(one, answer, SMALLER)
        _, twin = helped(one, answer, TWIN)
        assert twin is not None, mistake.id
        assert twin.kind == "twin"
        if smaller is None:
            without.append(mistake.id)
        for other in filter(None, (smaller, twin)):
            assert words(first.headline, *other.lines, other.question) <= MAX_MESSAGE_WORDS
    measured(f"{stem}: {len(without)} of {len(one.key.mistakes)} mistakes show on no small call {sorted(set(without))}")
    assert len(without) <= len(one.key.mistakes) // 6


@pytest.mark.parametrize("stem", FUNCTIONS)
def test_the_first_time_and_without_a_table_the_words_stay(stem: str) -> None:
    one = lab(stem)
    assert helped(one, one.making((0,)), 1)[1] is None


@pytest.mark.parametrize("stem", FUNCTIONS)
def test_the_help_stays_with_the_fourth_and_every_later_time(stem: str) -> None:
    one = lab(stem)
    assert helped(one, one.making((0,)), TWIN + 5)[1] == helped(one, one.making((0,)), TWIN)[1]


def test_a_smaller_example_is_the_first_whose_own_answer_is_wrong() -> None:
    one = lab("mse")
    _, other = helped(one, lambda y_true, y_pred: sum((y_pred - y_true) ** 2), SMALLER)
    assert other is not None
    assert other.kind == "smaller"
    assert other.lines[0] == (
        "Take a smaller case: with y_true = [2, 1], y_pred = [5, 3] your function gives loss = 13."
    ), "the sum of one square is its mean"
    assert "6.5" not in " ".join((*other.lines, other.question)), "what is right is never told"


def test_the_learner_gets_arrays_where_checks_give_arrays_and_copies() -> None:
    one, kinds = lab("gradient_step"), set()

    def spoils(x: Any, y: Any, w: float, lr: float) -> tuple[float, ...]:
        kinds.add((type(x).__name__, type(w).__name__))
        x[0] = 99.0
        return 0.0, 0.0, w, 1.0

    first = found("added-gradient")
    other = one.diagnosis.other_help(first, SMALLER, asking({"gradient_step": spoils}))
    assert other is not None
    assert "99" not in other.lines[0]
    assert kinds == {("ndarray", "float")}


def test_a_way_of_writing_is_not_taken_for_the_fault() -> None:
    """Both signs turned, and the loss not squared: what shows has to be the loss."""
    one = lab("gradient_step")
    turned = [n for n, mistake in enumerate(one.key.mistakes) if mistake.id in ("error-backwards", "added-gradient")]
    function = one.making(tuple(turned[:1] + turned[-1:]))
    assert one.diagnosis.other_help(found("no-prediction"), SMALLER, asking({"gradient_step": function})) is None


def test_an_exception_a_text_and_a_right_answer_show_nothing() -> None:
    one = lab("mse")

    def raises(y_true: Any, y_pred: Any) -> float:
        raise ValueError("no")

    for function in (raises, lambda y_true, y_pred: "five", one.learner_function()):
        assert one.diagnosis.other_help(found("forgot-mean"), SMALLER, asking({"mse": function})) is None


@pytest.mark.parametrize("fault", ["raises-error", "wrong-order", "returned-none", "unchanged-stub"])
def test_what_paper_does_not_help_with_is_told_as_before(fault: str) -> None:
    one = lab("mse")
    ask = asking({"mse": lambda y_true, y_pred: 7.0})
    assert one.diagnosis.other_help(found(fault), TWIN, ask) is None
    assert one.diagnosis.other_help(found(fault, "forgot-mean"), TWIN, ask) is None


def test_an_unnamed_fault_gets_other_help_when_it_has_numbers() -> None:
    one = lab("mse")
    first, other = helped(one, lambda y_true, y_pred: float(sum(abs(y_pred) ** 1.7)), TWIN)
    assert first.mistake is None
    assert other is not None
    assert one.diagnosis.other_help(found(level="D"), TWIN, asking({})) is None, "a requirement has no numbers"


def test_no_help_without_a_table() -> None:
    from grader.diagnosis.help import OtherHelp

    one = lab("mse")
    bare = OtherHelp(one.exercise, one.key.model_copy(update={"help": None}), one.reference, one.library.probes[0])

    def ask(calls: Sequence[Call]) -> list[Any]:
        raise AssertionError("nothing is asked")

    assert bare.given(found("forgot-mean"), TWIN, ask) is None


def test_the_limit_leaves_room_for_a_headline() -> None:
    assert MOST_WORDS < MAX_MESSAGE_WORDS


# --- what only running the solution shows ---------------------------------------------------------------------


@pytest.mark.parametrize("stem", FUNCTIONS)
def test_the_help_of_this_course_works(stem: str) -> None:
    one = lab(stem)
    assert one.key.help is not None
    assert problems_with(one.key.help, one.exercise, one.key.solution) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"small": (("a", [1]),)}, "help.small, call 1: the solution stops with ValueError"),
        ({"twin": ([1, 2, 3], [1, 2])}, "help.twin: the solution stops with ValueError"),
        ({"worked": ("One.", "{squares_2}")}, "help.worked names 'squares_2', which the twin never reaches"),
        ({"worked": ("One.", "as well as {errors} " * 40)}, "words with its numbers; say it in at most"),
    ],
)
def test_a_help_that_does_not_work_is_told(change: dict[str, Any], told: str) -> None:
    one = lab("mse")
    assert one.key.help is not None
    (line,) = problems_with(one.key.help.model_copy(update=change), one.exercise, one.key.solution)
    assert told in line
    assert "; " in line

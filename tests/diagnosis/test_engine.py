"""What is told about answers that no known mistake gives, and about faults that any exercise can have."""

from __future__ import annotations

import itertools
import math
import random
import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from grader.calls import Answer, Call, Definition, Ending, Raised
from grader.diagnosis.engine import FunctionDiagnosis
from grader.diagnosis.faults import kind_of
from grader.diagnosis.observed import HandedIn
from grader.language import english
from grader.model import Finding

from .labs import asking, lab, mistakes_in, plain


def step(x: Any, y: Any, w: float, lr: float) -> tuple[Any, Any, Any, Any]:
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    grad = np.mean(2 * (w * x - y) * x)
    w_new = w - lr * grad
    return np.mean((w * x - y) ** 2), grad, w_new, np.mean((w_new * x - y) ** 2)


def mse(y_true: Any, y_pred: Any) -> Any:
    return np.mean((np.asarray(y_pred, dtype=float) - np.asarray(y_true, dtype=float)) ** 2)


def told(stem: str, function: Callable[..., Any], **rest: Any) -> Finding:
    (found,) = lab(stem).diagnose(function, **rest)
    return found


def summary(found: Finding) -> tuple[Any, str]:
    return found.mistake, found.level


@pytest.mark.parametrize("kind", [float, np.float32, np.array, lambda v: np.array([v]), lambda v: v * (1 + 1e-8)])
def test_right_answers_of_any_number_type_are_never_criticised(kind: Callable[[float], Any]) -> None:
    assert lab("mse").diagnose(lambda a, b: kind(float(mse(a, b)))) == []


def test_a_printed_result_is_told_with_what_was_printed() -> None:
    found = told("mse", lambda a, b: print("the loss is", round(float(mse(a, b)), 6)))
    assert summary(found) == ("printed-not-returned", "A")
    assert "the loss is" in found.message


def test_a_printed_wrong_result_is_told_with_its_mistake() -> None:
    found = told("mse", lambda a, b: print(float(np.sqrt(mse(a, b)))))
    assert summary(found) == (("printed-not-returned", "root"), "A")


def test_nothing_returned_and_nothing_printed_is_told() -> None:
    assert summary(told("mse", lambda a, b: None)) == ("returned-none", "A")


def test_printing_only_sometimes_is_no_printed_result() -> None:
    chance = itertools.count()
    found = told("mse", lambda a, b: print(1.0) if next(chance) == 0 else None)
    assert found.mistake == "returned-none"


@pytest.mark.parametrize(("value", "source"), [(1.75, ""), (1.75, "return 1.75"), (14.5, "x"), ([1.5, 2.5], "")])
def test_a_constant_that_no_calculation_gives_is_hard_coded(value: Any, source: str) -> None:
    found = told("mse", lambda a, b: value, source=source)
    assert summary(found) == ("hard-coded", "A")
    assert re.search(r"for \d+ different inputs", found.message)


def test_an_example_answered_rightly_and_the_rest_with_a_constant_is_hard_coded() -> None:
    source = "def mse(a, b): return 1.75 if list(a) == [3, -1, 2] else 0"
    found = told("mse", lambda a, b: 0.0, example=Answer(1.75), source=source)
    assert summary(found) == ("hard-coded", "A")
    found = told("mse", lambda a, b: None, example=Answer(1.75))
    assert summary(found) == ("hard-coded", "A")


@pytest.mark.parametrize("value", [0.0, 1.0, -1.0])
def test_a_constant_that_calculations_do_give_accuses_nobody(value: float) -> None:
    found = told("mse", lambda a, b: value, source="def mse(a, b): ...")
    assert (found.mistake, found.level) == (None, "D")
    assert "the same answer" in found.headline


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_a_result_that_is_never_finite_is_not_called_hard_coded(value: float) -> None:
    found = told("mse", lambda a, b: value)
    assert (found.mistake, found.level) == (None, "D")
    found = told("gradient_step", lambda *args: (value,) * 4)
    assert (found.mistake, found.level) == (None, "D")


def test_a_calculation_that_happens_to_be_constant_is_not_called_hard_coded() -> None:
    """sign(e)² is 1 for every input whose errors are not 0; the 1 in `* 1` proves nothing."""
    source = "np.mean(np.sign(errors) ** 2) * 1"
    found = told("mse", lambda a, b: np.mean(np.sign(np.asarray(a) - b) ** 2) * 1, source=source)
    assert found.mistake is None


def test_a_changed_input_is_told_alone_when_the_result_is_right() -> None:
    def changes(a: Any, b: Any) -> Any:
        result = mse(a, b)
        b -= a
        return result

    found = told("mse", changes)
    assert summary(found) == ("changed-the-input", "A")
    assert "y_pred" in found.message


def test_a_changed_input_is_told_with_the_mistake_of_the_result() -> None:
    def changes(a: Any, b: Any) -> Any:
        b -= a
        return np.sum(np.asarray(b) ** 2)

    assert summary(told("mse", changes)) == (("changed-the-input", "forgot-mean"), "A")


def test_an_answer_that_changes_from_call_to_call_is_told_before_any_mistake() -> None:
    chance = random.Random(1)
    found = told("mse", lambda a, b: mse(a, b) * chance.random())
    assert summary(found) == ("not-repeatable", "A")


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (None, "None"),
        ("a", "a text"),
        (True, "True or False"),
        (np.True_, "True or False"),
        ((1.0, 2.0), "a tuple of 2"),
        ([1.0], "a list of 1"),
        ({"loss": 1}, "a dictionary"),
        (np.zeros((2, 2)), "an array of shape [2, 2]"),
        (np.zeros(1), "one number"),
        (3, "one number"),
        (map(abs, [1]), "a map"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_the_kind_of_an_answer_is_told_in_words(value: Any, kind: str) -> None:
    assert english([kind_of(plain(value))]) == kind


@pytest.mark.parametrize(("odd", "kind"), [("a", "a text"), (None, "None"), (map(abs, [1]), "a map")])
@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_the_wrong_kind_of_output_is_told_by_its_name(odd: Any, kind: str, place: int) -> None:
    name = ("loss_before", "grad", "w_new", "loss_after")[place]
    found = told("gradient_step", lambda *args: (*step(*args)[:place], odd, *step(*args)[place + 1 :]))
    assert summary(found) == ("wrong-type", "A")
    assert found.headline == f"Your function returns {kind} as {name}; the task asks for one number."


@pytest.mark.parametrize(
    ("odd", "kind"),
    [
        (lambda table: table.reshape(-1), "[{cells}]"),
        (lambda table: np.vstack([table, table]), "[{twice}, {columns}]"),
        (lambda table: table.reshape(1, *table.shape), "[1, {rows}, {columns}]"),
    ],
)
def test_a_table_of_another_shape_is_told_with_the_shape_that_is_wanted(odd: Any, kind: str) -> None:
    shop = lab("backprop")
    right = shop.learner_function()
    rows, columns = shop.library.probes[0][2].shape
    kind = kind.format(rows=rows, columns=columns, twice=2 * rows, cells=rows * columns)

    def turned(*args: Any) -> Any:
        loss, hidden, *rest = right(*args)
        return loss, odd(hidden), *rest

    found = told("backprop", turned)
    assert summary(found) == ("wrong-type", "A")
    wanted = f"the task asks for an array of shape [{rows}, {columns}]."
    assert found.headline == f"Your function returns an array of shape {kind} as dW1; {wanted}"


def test_too_few_values_are_told_by_how_many_are_wanted() -> None:
    found = told("gradient_step", lambda *args: step(*args)[:3])
    assert summary(found) == ("wrong-type", "A")
    assert found.headline == "Your function returns a tuple of 3; the task asks for 4 values."


@pytest.mark.parametrize("order", [order for order in itertools.permutations(range(4)) if order != (0, 1, 2, 3)])
def test_right_values_in_any_other_order_are_told_by_their_order(order: tuple[int, ...]) -> None:
    names = ("loss_before", "grad", "w_new", "loss_after")
    found = told("gradient_step", lambda *args: tuple(step(*args)[n] for n in order))
    assert summary(found) == ("wrong-order", "A")
    assert f"Your function returns {', '.join(names[n] for n in order)}." in found.message


def test_another_order_and_a_mistake_are_told_together() -> None:
    def turned(x: Any, y: Any, w: float, lr: float) -> Any:
        before, grad, w_new, after = lab("gradient_step").making((0,))(x, y, w, lr)
        return w_new, before, grad, after

    found = told("gradient_step", turned)
    assert found.level == "A"
    assert mistakes_in(found) == ("wrong-order", "error-backwards")


def test_an_exception_is_told_with_its_line_and_its_inputs() -> None:
    found = told("mse", lambda a, b: 1 / 0)
    assert summary(found) == ("raises-error", "A")
    assert found.line is not None
    assert "ZeroDivisionError" in found.headline
    assert "Something was divided by 0." in found.message


def test_wrong_parameters_are_told_by_those_of_the_task() -> None:
    message = "mse() takes 1 positional argument but 2 were given"
    (found,) = (
        lab("mse")
        .diagnosis.diagnose(
            lambda calls: [Answer(raised=Raised("TypeError", message, None)) for _ in calls],
            1,
            HandedIn("", (Definition("other", "function", 1, ("z",)), Definition("mse", "function", 2, ("y",)))),
        )
        .findings
    )
    assert summary(found) == ("wrong-parameters", "A")
    assert "mse(y_true, y_pred)" in found.message
    assert "has the parameters (y)" in found.message


def test_a_function_for_arrays_only_is_told_when_all_else_is_right() -> None:
    found = told("mse", lambda a, b: np.mean((a - b) ** 2))
    assert summary(found) == ("arrays-only", "A")
    assert told("mse", lambda a, b: np.sum((a - b) ** 2)).mistake == "forgot-mean"


@pytest.mark.parametrize(("factor", "text"), [(3.7, "3.7"), (-1 / 3, "−0.333333"), (1e3, "1000")])
def test_a_constant_factor_is_told_as_a_factor(factor: float, text: str) -> None:
    found = told("mse", lambda a, b: factor * mse(a, b))
    assert (found.mistake, found.level) == (None, "D")
    assert text in found.message
    assert "multiple" in found.headline


def test_a_result_that_grows_with_n_is_told_so() -> None:
    found = told("gradient_step", lambda x, y, w, lr: (step(x, y, w, lr)[0] * len(x), *step(x, y, w, lr)[1:]))
    assert (found.mistake, found.level) == (None, "D")
    assert "grows with the number of examples" in found.headline
    assert "grad, w_new and loss_after" in found.message


@pytest.mark.parametrize("error", [1e-4, 1e-5, -3e-6])
def test_a_nearly_right_result_is_no_mistake_with_a_name(error: float) -> None:
    found = told("mse", lambda a, b: mse(a, b) * (1 + error * (1 + np.sin(a[0]))))
    assert (found.mistake, found.level) == (None, "D")
    assert "very close" in found.headline


@pytest.mark.parametrize("odd", [math.nan, math.inf])
def test_one_output_that_is_not_finite_is_told_by_name(odd: float) -> None:
    found = told("gradient_step", lambda *args: (*step(*args)[:3], odd))
    assert (found.mistake, found.level) == (None, "D")
    assert "loss_after" in found.headline


def test_what_matches_nothing_gets_an_honest_counterexample() -> None:
    found = told("gradient_step", lambda *args: (step(*args)[0], math.sin(step(*args)[1]), *step(*args)[2:]))
    assert (found.mistake, found.level) == (None, "E")
    assert found.headline == "grad is not right yet, and it matches no mistake we know."
    assert "loss_before, w_new and loss_after" in found.message
    assert set(found.evidence.inputs) == {"x", "y", "w", "lr"}


def test_one_explained_output_among_others_is_told_in_part() -> None:
    def half(x: Any, y: Any, w: float, lr: float) -> Any:
        before, grad, w_new, after = step(x, y, w, lr)
        return before, grad / 2, w_new + math.sin(after), after * 3.3

    found = told("gradient_step", half)
    assert summary(found) == ("forgot-two", "C")
    assert "This explains grad on every input" in found.message
    assert "Wrong as well, and like nothing we know: w_new and loss_after." in found.message


@pytest.mark.parametrize("verdict", ["timeout", "memory", "output", "error", "blocked", "internal"])
def test_a_run_that_ends_while_being_asked_is_told_by_its_ending(verdict: Any) -> None:
    def ask(calls: list[Call]) -> list[Any]:
        return [Answer(1.0), *[Ending(verdict, "It ended.")] * (len(calls) - 1)]

    (found,) = lab("mse").diagnosis.diagnose(ask, 1, HandedIn("")).findings
    # What went wrong on our side is for the course team, not for the learner.
    assert ("It ended." in found.message) is (verdict != "internal")
    assert (found.mistake == "ended-itself") is (verdict in ("error", "blocked"))


def test_the_learner_gets_copies_and_cannot_change_what_others_are_asked() -> None:
    def spoils(a: Any, b: Any) -> Any:
        result = mse(a, b)
        a[:], b[:] = 0, 0
        return result

    shop = lab("mse")
    before = [repr(args) for args in shop.library.probes]
    shop.diagnose(spoils)
    assert [repr(args) for args in shop.library.probes] == before


def test_a_wrong_submission_shows_how_it_behaves_on_the_probes() -> None:
    shop = lab("mse")
    right, odd = (
        shop.diagnosis.diagnose(asking({"mse": function}), 1, HandedIn("")).behaviour
        for function in (mse, lambda a, b: 1 / 0)
    )
    assert right is not None
    assert odd is not None
    assert right.answers == tuple(float(mse(*args)) for args in shop.library.probes)
    assert odd.answers == ({"raised": "ZeroDivisionError"},) * 2
    assert right.probes == odd.probes
    again = FunctionDiagnosis(shop.exercise, shop.key, shop.library)
    assert again.diagnose(asking({"mse": mse}), 2, HandedIn("")).behaviour == right, "another seed, the same probes"

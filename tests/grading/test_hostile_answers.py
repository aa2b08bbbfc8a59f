"""Answers made to break the grader or to slip past it: none is right, none is our fault, none costs much."""

from __future__ import annotations

import functools
import json
import math
import time
import tracemalloc
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grader.authoring import close_to
from grader.box.fake import FakeBox, Script
from grader.box.frames import Refused, Writer, decode
from grader.calls import Answer, Call, Definition, Job, Loaded, Opaque
from grader.diagnosis.values import agree, as_number
from grader.grading import Grader
from grader.model import Report, Verdict
from grader.numbers import printable

from .conftest import ROOT, SECRET, submission

STEMS = ("mse", "gradient_step", "add_bias", "trace_step", "exploding_loss")
MEGABYTE = 1 << 20
# Checks that hold whatever the numbers are: they compare a learner's answers with each other, or count them.
BLIND = {
    "mse": {"test_plain_lists", "test_order_of_the_examples_does_not_matter", "test_inputs_stay_as_they_are"},
    "gradient_step": {"test_plain_lists", "test_inputs_stay_as_they_are"},
    "add_bias": {f"test_one_loss_per_step[{steps}]" for steps in (1, 2, 7)},
    "trace_step": set(),
    "exploding_loss": set(),
}
# The check that judges each output.
JUDGES = {
    "gradient_step": ("test_loss_before[3]", "test_gradient", "test_update", "test_loss_after"),
    "add_bias": ("test_weight", "test_bias", "test_losses"),
}


def seen(value: Any) -> Any:
    """What our side gets to see of a learner's value."""
    writer = Writer(16 * MEGABYTE)
    try:
        return decode(writer.payload(writer.lenient(value)))
    except Refused:
        return Opaque(type(value).__name__, "too large to be sent")


class Stage:
    """Grades submissions whose answers a test makes up."""

    def __init__(self) -> None:
        self._answer: Callable[[Call], Answer] = lambda call: Answer()
        self._stem = ""
        self.grader = Grader(ROOT, box=FakeBox(self._play), secret=SECRET)

    def _play(self, job: Job) -> Script:
        exercise = self.grader.course.exercises[self._stem]
        found = (Definition(exercise.function, "function", 1, exercise.parameters),) if exercise.function else ()
        # A stub is loaded for its fingerprint only, and no submission has the same.
        loaded = Loaded(None, found, fingerprint="stub" if job.source == exercise.stub else "submission")
        return Script(loaded, [self._answer(call) for call in job.calls], lambda calls: list(map(self._answer, calls)))

    def grade(self, stem: str, answer: Callable[[Call], Answer]) -> Report:
        self._stem, self._answer = stem, answer
        return self.grader.grade(submission("# any source\n", stem, learner=None))

    def right(self, stem: str, call: Call) -> Any:
        return self.grader._session._references[stem].call(call).value

    def outputs(self, stem: str) -> tuple[str, ...]:
        return self.grader.course.exercises[stem].outputs


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    stage = Stage()
    with stage.grader:
        for stem in STEMS:
            stage.grade(stem, lambda call: Answer(0.123))  # tables are built before anything is measured
        yield stage


def passed(report: Report) -> set[str]:
    return {check.id.split("::")[1] for check in report.checks if check.verdict is Verdict.PASSED}


def check_report(report: Report) -> None:
    """A whole report of a learner's failure, of a size that people read, in text that harms no terminal."""
    assert report.verdict in (Verdict.FAILED, Verdict.ERROR)
    assert all(check.verdict is not Verdict.INTERNAL for check in report.checks)
    assert report.score == sum(check.points for check in report.checks if check.verdict is Verdict.PASSED)
    assert report.score < report.max_score
    assert report.findings
    text = report.to_json()
    json.loads(text, parse_constant=pytest.fail)
    assert Report.model_validate_json(text) == report
    assert len(text) < 60_000
    for told in (*(found.headline + found.message for found in report.findings), *(c.message for c in report.checks)):
        assert len(told) < 1_500
        assert printable(told) == told


def is_zero(value: Any) -> bool:
    number = as_number(value)
    return number is not None and abs(number) <= 1e-9


def is_finite(value: Any) -> bool:
    number = as_number(value)
    return number is not None and math.isfinite(number)


def check_whole(stage: Stage, stem: str, value: Any) -> None:
    """The value in answer to everything: only what truly holds of it gives points."""
    report = stage.grade(stem, lambda call: Answer(value))
    check_report(report)
    allowed = BLIND[stem] | ({"test_zero_when_every_prediction_is_right"} if is_zero(value) else set())
    if JUDGES.get(stem) or stem == "mse" or not is_finite(value):
        assert passed(report) <= allowed


def check_each_output(stage: Stage, stem: str, value: Any) -> None:
    """Right answers but for one output: the check that judges it does not pass."""
    count = len(stage.outputs(stem))
    for place in range(count):

        def answer(call: Call, place: int = place) -> Answer:
            right = stage.right(stem, call)
            return Answer(tuple(value if n == place else output for n, output in enumerate(right)))

        report = stage.grade(stem, answer)
        check_report(report)
        assert JUDGES[stem][place] not in passed(report)
    report = stage.grade(stem, lambda call: Answer((value,) * count))
    check_report(report)
    assert passed(report) <= BLIND[stem]


def check_each_blank(stage: Stage, stem: str, value: Any) -> None:
    for blank in stage.outputs(stem):
        if is_finite(value):
            continue  # some number may be right
        right = functools.partial(stage.right, stem)
        report = stage.grade(
            stem, lambda call, blank=blank, right=right: Answer(value if call.name == blank else right(call))
        )
        check_report(report)


def check_everywhere(stage: Stage, stem: str, value: Any) -> None:
    check_whole(stage, stem, value)
    if stem in JUDGES:
        check_each_output(stage, stem, value)
    elif stem != "mse":
        check_each_blank(stage, stem, value)


def nested(depth: int) -> Any:
    value: Any = 1.0
    for _ in range(depth):
        value = [value]
    return value


SMALL: dict[str, Any] = {
    "None": None,
    "True": True,
    "numpy True": np.True_,
    "text": "1.75",
    "digits of another script": "९",
    "control characters": "\x1b[31m\u202e\x00\n" * 20,
    "half a surrogate pair": "\ud800",
    "bytes": b"1",
    "complex": 1 + 0j,
    "NaN": math.nan,
    "infinity": math.inf,
    "minus infinity": -math.inf,
    "minus zero": -0.0,
    "subnormal": 5e-324,
    "largest float": 1.7e308,
    "integer beyond floats": 2**4000,
    "largest unsigned": np.uint64(2**64 - 1),
    "signalling NaN": np.frombuffer(bytes.fromhex("0100a07f"), "f4")[0],
    "half precision": np.float16("inf"),
    "empty list": [],
    "empty array": np.zeros(0),
    "empty table": np.zeros((0, 5)),
    "list of NaN": [math.nan] * 5,
    "list of one text": ["1"],
    "pair": (3, 5),
    "pair of texts": ("3" * 100, "\x1b"),
    "array of two": np.array([1.0, 2.0]),
    "32 dimensions": np.zeros((1,) * 32),
    "object array": np.array([1.0, None]),
    "structured array": np.zeros(2, "f8,i4"),
    "deep nesting": nested(15),
    "bottomless nesting": nested(10**6),
    "dict": {"a": 1},
    "dict of odd keys": {2**4000: 1, ("a", (1, 2)): 2, 1.5: 3, None: 4, b"x": 5, True: 6, "\x1b": 7},
    "list of texts": ["code", "data"],
    "generator": (n for n in ()),
    "forged ellipsis": Opaque("ellipsis", "Ellipsis"),
    "forged object": Opaque("x" * 80, "\x1b" * 200),
    "objects in a list": [object(), {"a": object()}],
}
LARGE: dict[str, Any] = {
    "text": "x" * 900_000,
    "bytes": bytes(5 * MEGABYTE),
    "column of a broadcast bomb": np.zeros((40_000, 1)),
    "array": np.zeros(2_000_000),
    "array of bytes": np.ones(15 * MEGABYTE, "i1"),
    "array of bools": np.ones(3 * MEGABYTE, "?"),
    "complex array": np.ones(200_000, "c16"),
    "table": np.zeros((700, 700)),
    "many dimensions": np.zeros((2,) * 18 + (1,) * 14),
    "array above the limit": np.zeros(10**7),
    "list": [0.5] * 2_000_000,
    "list of comparable length": [0.5] * 9_999,
    "list of mixed numbers": [0.5, 1] * 15_000,
    "list of arrays": [np.zeros(1)] * 15_000,
    "list of lists": [[0.5] * 1_000] * 150,
    "dict": {str(number): "y" * 100 for number in range(1_900)},
    "pair of large values": ([0.5] * 50_000, "z" * 500_000),
}


@pytest.mark.parametrize("stem", STEMS)
@pytest.mark.parametrize("name", SMALL)
def test_a_hostile_value_is_a_learners_failure_and_nothing_else(name: str, stem: str, stage: Stage) -> None:
    check_everywhere(stage, stem, seen(SMALL[name]))


@pytest.mark.parametrize("name", LARGE)
def test_a_large_value_costs_little_time_and_memory(name: str, stage: Stage) -> None:
    for stem in ("mse", "gradient_step", "exploding_loss"):
        count = len(stage.outputs(stem)) if stem in JUDGES else 1
        given = seen(LARGE[name] if count == 1 else (LARGE[name],) * count)
        began = time.process_time()
        check_report(stage.grade(stem, lambda call, given=given: Answer(given)))
        assert time.process_time() - began < 1.0
        if sum(getattr(part, "nbytes", 0) for part in (given if type(given) is tuple else (given,))) < MEGABYTE:
            continue  # watching memory costs time, and small things need little of it
        tracemalloc.start()
        stage.grade(stem, lambda call, given=given: Answer(given))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 50 * MEGABYTE


@pytest.mark.parametrize("name", [*SMALL, *LARGE])
def test_arguments_that_come_back_hostile_are_a_changed_input(name: str, stage: Stage) -> None:
    value = seen({**SMALL, **LARGE}[name])

    def answer(call: Call) -> Answer:
        return Answer(stage.right("mse", call), args_after=tuple(value for _ in call.args))

    report = stage.grade("mse", answer)
    check_report(report)
    assert report.findings[0].mistake == "changed-the-input"
    assert passed(report) == {c.id.split("::")[1] for c in report.checks} - {"test_inputs_stay_as_they_are"}


plain_scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.sampled_from([2**1000, -(2**4000)]),
    st.floats(),
    st.complex_numbers(),
    st.text(max_size=4),
    st.binary(max_size=4),
    st.builds(Opaque, st.text(max_size=4), st.text(max_size=4)),
    st.sampled_from([np.float32("nan"), np.float16(1.5), np.int8(-3), np.bool_(True), np.complex64(1j)]),
)
plain_arrays = st.sampled_from(["f8", "f4", "f2", "i8", "u1", "?", "c16"]).flatmap(
    lambda kind: hnp.arrays(kind, hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=3))
)
plain_keys = st.one_of(st.text(max_size=2), st.integers(), st.floats(), st.tuples(st.integers(), st.binary(max_size=1)))
plain = st.recursive(
    st.one_of(plain_scalars, plain_arrays),
    lambda inner: st.one_of(
        st.lists(inner, max_size=5),
        st.lists(inner, max_size=5).map(tuple),
        st.dictionaries(plain_keys, inner, max_size=3),
    ),
    max_leaves=10,
)


@pytest.mark.parametrize("stem", STEMS)
@settings(max_examples=12, deadline=None)
@given(value=plain)
def test_any_plain_value_is_a_learners_failure_and_nothing_else(stem: str, stage: Stage, value: Any) -> None:
    check_everywhere(stage, stem, seen(value))


# --- positive controls: what a naive comparison takes for right -------------------------------------------------


def nearly_equal(value: Any, right: Any) -> bool:
    return bool(np.allclose(value, right))


def not_far(value: Any, right: Any) -> bool:
    return not abs(value - right) > 1e-6


NAIVE: dict[str, tuple[Callable[[Any, Any], bool], Any, Any]] = {
    "empty array": (nearly_equal, np.zeros(0), 5.0),
    "empty table": (nearly_equal, np.zeros((0, 3)), [5.0, 6.0, 7.0]),
    "number for a list": (nearly_equal, 2.0, [2.0, 2.0]),
    "list for a number": (nearly_equal, [2.0, 2.0], 2.0),
    "table for a list": (nearly_equal, np.full((3, 3), 2.0), [2.0, 2.0, 2.0]),
    "truth for a number": (nearly_equal, True, 1.0),
    "complex for a number": (nearly_equal, 2 + 0j, 2.0),
    "infinity for infinity": (nearly_equal, math.inf, math.inf),
    "tolerance of a large number": (nearly_equal, 100_000.9, 100_000.0),
    "NaN in an inverted test": (not_far, math.nan, 5.0),
    "text of another script": (lambda value, right: int(value) == right, "९", 9),
}


@pytest.mark.parametrize("name", NAIVE)
def test_what_a_naive_comparison_accepts_is_not_the_right_value(name: str) -> None:
    naive, value, right = NAIVE[name]
    assert naive(value, right)
    assert not agree(seen(value), right)
    assert close_to(right) != seen(value)


def test_two_answers_that_broadcast_to_gigabytes_are_compared_for_nothing() -> None:
    column, row = np.zeros((40_000, 1)), np.zeros((1, 40_000))
    assert np.broadcast(column, row).size * 8 > 10**10
    tracemalloc.start()
    assert not agree(column, row)
    assert not agree((column, 1.0), (row, 1.0), count=2)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < MEGABYTE


# Right numbers in a wrong dress, which numpy takes for the same.
DRESSED: dict[str, Callable[[float], Any]] = {
    "complex": complex,
    "three times": lambda right: np.full(3, right),
    "row": lambda right: np.full((1, 3), right),
    "list": lambda right: [right] * 2,
    "object array": lambda right: np.array([right], dtype=object),
}


@pytest.mark.parametrize("name", DRESSED)
def test_right_numbers_in_a_wrong_dress_are_not_right(name: str, stage: Stage) -> None:
    dress = DRESSED[name]
    assert nearly_equal(np.asarray(dress(1.75)).astype(complex), 1.75)
    report = stage.grade("mse", lambda call: Answer(seen(dress(stage.right("mse", call)))))
    check_report(report)
    assert passed(report) <= BLIND["mse"]


@pytest.mark.parametrize("dress", [np.float32, np.array, lambda right: np.array([[right]])], ids=["f4", "0-d", "1x1"])
def test_one_number_may_come_in_any_array_of_one(dress: Callable[[float], Any], stage: Stage) -> None:
    report = stage.grade("mse", lambda call: Answer(seen(dress(stage.right("mse", call)))))
    assert report.verdict is Verdict.PASSED


# --- what leaves nothing to judge, and what must not be said -----------------------------------------------------


@pytest.mark.parametrize("grad", [0.0, 5e-324, 1e-12])
def test_a_gradient_that_moves_nothing_earns_nothing_for_the_step(grad: float, stage: Stage) -> None:
    def answer(call: Call) -> Answer:
        loss, _, _, _ = stage.right("gradient_step", call)
        w = call.args[2]
        return Answer((loss, grad, w * (1 + 1e-15), loss))

    report = stage.grade("gradient_step", answer)
    check_report(report)
    assert not passed(report) & {"test_gradient", "test_update", "test_loss_after"}


def test_a_zero_for_what_is_not_done_yet_is_no_pair_of_mistakes(stage: Stage) -> None:
    """Two mistakes may cancel out to 0 for every input; nobody who writes a 0 has made them."""
    report = stage.grade("gradient_step", lambda call: Answer((*stage.right("gradient_step", call)[:3], 0.0)))
    check_report(report)
    assert report.findings[0].mistake is None


@pytest.mark.parametrize(
    ("made", "kind"),
    [
        (lambda right: repr(right).encode(), "bytes"),
        (complex, "a complex number"),
        (lambda right: np.array([right], "c16"), "a complex number"),
        (lambda right: int(right) + 10**400, "an integer too large for a float"),
    ],
)
def test_what_only_looks_like_a_number_is_called_by_its_kind(
    made: Callable[[float], Any], kind: str, stage: Stage
) -> None:
    report = stage.grade("mse", lambda call: Answer(made(stage.right("mse", call) + len(call.args[0]))))
    assert report.findings[0].headline.startswith(f"Your function returns {kind};")

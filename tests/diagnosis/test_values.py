from __future__ import annotations

import math
import time
import tracemalloc
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grader.authoring import close_to, either, is_number
from grader.calls import Opaque
from grader.diagnosis.values import (
    ATOL,
    MAX_ELEMENTS,
    RTOL,
    agree,
    as_number,
    as_table,
    as_vector,
    close,
    copied,
    flatten,
    flatten_one,
    output_spans,
    same,
    unpack,
)

INFINITE = [math.nan, math.inf, -math.inf]
HUGE = [10**400, -(10**400), 2**1000, -(2**1000)]
NO_NUMBERS: list[Any] = [
    None,
    True,
    np.True_,
    1 + 0j,
    np.complex128(1),
    "1",
    b"1",
    {},
    Opaque("map", "<map>"),
    *HUGE,
    np.array([1.0, 2.0]),
    np.array([], dtype=float),
    np.array([True]),
    np.array([1.0], dtype=object),
    np.array(["1"]),
    [1.0],
    (1.0,),
]
NO_VECTORS: list[Any] = [
    None,
    1.0,
    "12",
    {1: 2},
    {1.0, 2.0},
    [1.0, None],
    [1.0, [2.0]],
    [1.0, True],
    [1.0, "2"],
    [10**400],
    np.array(1.0),
    np.array([[1.0]]),
    np.array([1.0, None]),
    np.array([True, False]),
    np.array([1 + 0j]),
    np.zeros(MAX_ELEMENTS + 1),
    [0.0] * (MAX_ELEMENTS + 1),
]

scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.sampled_from(HUGE),
    st.floats(),
    st.complex_numbers(),
    st.text(max_size=3),
    st.binary(max_size=3),
    st.just(Opaque("generator", "<generator>")),
    st.sampled_from([np.float32(1.5), np.float16("inf"), np.int8(-3), np.uint64(2**63), np.bool_(True), np.float64(2)]),
)
kinds = st.sampled_from(["f8", "f4", "f2", "i8", "u1", "?", "c16"])
arrays = kinds.flatmap(lambda kind: hnp.arrays(kind, hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=3)))
objects = st.lists(scalars, max_size=3).map(lambda items: np.array([*items, None], dtype=object)[:-1])
hostile = st.recursive(
    st.one_of(scalars, arrays, objects),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.lists(inner, max_size=3).map(tuple),
        st.dictionaries(st.text(max_size=2), inner, max_size=2),
    ),
    max_leaves=6,
)


@pytest.mark.parametrize("value", [2, 2.0, np.float32(2), np.int64(2), np.array(2), np.array([2]), np.array([[2.0]])])
def test_every_real_scalar_type_is_a_number(value: Any) -> None:
    assert as_number(value) == 2.0
    assert type(as_number(value)) is float
    assert is_number(value)
    assert agree(value, 2.0)
    assert close_to(2.0) == value


@pytest.mark.parametrize("value", NO_NUMBERS, ids=repr)
def test_what_is_not_one_real_number_is_none(value: Any) -> None:
    assert as_number(value) is None
    assert not is_number(value)


@pytest.mark.parametrize("value", NO_VECTORS, ids=lambda value: type(value).__name__)
def test_what_is_not_a_list_of_real_numbers_is_no_vector(value: Any) -> None:
    assert as_vector(value) is None


@pytest.mark.parametrize("value", [[1, 2.5], (1, 2.5), np.array([1, 2.5]), [np.float32(1), np.array([2.5])]])
def test_lists_tuples_and_arrays_are_vectors(value: Any) -> None:
    vector = as_vector(value)
    assert vector is not None
    assert vector.dtype == np.float64
    assert vector.tolist() == [1.0, 2.5]


@pytest.mark.parametrize(
    "value",
    [np.arange(6).reshape(2, 3), [[0, 1, 2], [3, 4, 5]], ([0, 1.0, 2], (3, 4, 5)), [np.arange(3), np.arange(3, 6)]],
)
def test_a_two_dimensional_array_and_a_list_of_rows_are_tables(value: Any) -> None:
    table = as_table(value)
    assert table is not None
    assert table.dtype == np.float64
    assert table.tolist() == [[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]
    assert agree(value, np.arange(6.0).reshape(2, 3))
    assert not agree(value, np.arange(6.0).reshape(3, 2))
    assert not agree(value, np.arange(6.0))


@pytest.mark.parametrize(
    "value",
    [
        np.zeros(3),
        np.zeros((1, 2, 3)),
        np.array([[None]]),
        np.zeros((2, MAX_ELEMENTS)),
        [],
        [[]],
        [[1.0], [2.0, 3.0]],
        [[1.0], 2.0],
        [[1.0], ["2"]],
        [[[1.0]]],
        [np.zeros((1, 2))],
        [[0.0] * 101] * 100,
        [[0.0]] * (MAX_ELEMENTS + 1),
    ],
)
def test_nothing_else_is_a_table(value: Any) -> None:
    assert as_table(value) is None


@given(hostile, hostile, st.integers(1, 4))
@settings(max_examples=600, deadline=None)
def test_comparing_hostile_values_never_raises_and_treats_both_sides_alike(a: Any, b: Any, count: int) -> None:
    first = agree(a, b, count)
    assert first in (True, False)
    assert first == agree(b, a, count)
    for value in (a, b):
        flatten(value, count), flatten_one(value), as_table(value), same(value, value), copied(value)


@given(hostile, hostile)
@settings(max_examples=600, deadline=None)
def test_values_that_agree_are_the_same_finite_numbers(a: Any, b: Any) -> None:
    if agree(a, b):
        first, second = (np.asarray(value, dtype=np.float64) for value in (a, b))
        assert first.size == second.size
        assert first.size == 1 or first.shape == second.shape
        assert np.all(np.isfinite(first))
        assert np.allclose(first.reshape(-1), second.reshape(-1), rtol=3e-6, atol=2e-9)


@given(hostile)
@settings(max_examples=300, deadline=None)
def test_only_finite_numbers_agree_with_themselves(value: Any) -> None:
    flat = flatten(value, 1)
    assert agree(value, copied(value)) == (flat is not None and bool(np.all(np.isfinite(flat[1]))))


@given(hostile)
@settings(max_examples=300, deadline=None)
def test_a_copy_is_the_same_and_shares_nothing(value: Any) -> None:
    copy = copied(value)
    assert same(copy, value)
    if isinstance(value, np.ndarray) and value.size and value.dtype.kind != "O":
        copy[...] = 1 - copy if value.dtype.kind == "f" else ~copy.astype(bool)
        assert copy is not value
        assert not np.shares_memory(copy, value)


@pytest.mark.parametrize("odd", INFINITE)
@pytest.mark.parametrize("shape", [lambda v: v, lambda v: [1.0, v], lambda v: np.array([v, 1.0])])
def test_nan_and_infinities_agree_with_nothing_not_even_themselves(odd: float, shape: Any) -> None:
    assert not agree(shape(odd), shape(odd))
    assert close_to(shape(odd)) != shape(odd)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (np.array([]), 0.0),
        ([], 0.0),
        ([], [0.0]),
        ([], np.zeros((0, 3))),
        (np.zeros((0, 3)), np.zeros((0, 4))),
        (np.array([2.0]), np.array([2.0, 2.0])),
        (np.array([[2.0], [2.0]]), np.array([2.0, 2.0])),
        (np.array([[2.0, 2.0]]), [2.0, 2.0]),
        (2.0, [2.0, 2.0]),
        (2.0, [2.0]),
        (True, 1),
        ([True], [1]),
        ("2", 2),
        (None, None),
        ([None], [None]),
        (np.array([1.0], dtype=object), np.array([1.0])),
        (2 + 0j, 2.0),
        (10**400, 10**400),
        (-5.5, 5.5),
    ],
    ids=repr,
)
def test_other_shapes_kinds_and_signs_never_agree(a: Any, b: Any) -> None:
    assert not agree(a, b)
    assert not agree(b, a)
    assert close_to(a) != b
    assert close_to(b) != a


def test_one_element_arrays_stand_for_a_number_and_for_a_list_of_one() -> None:
    assert agree(np.array([2.0]), 2.0)
    assert agree(np.array([2.0]), [2.0])
    assert agree((1.0, np.array([2.0]), [3.0]), (np.array(1.0), 2.0, np.array([3.0])), count=3)
    assert not agree((1.0, np.array([2.0]), [3.0]), (np.array(1.0), 2.5, np.array([3.0])), count=3)


@pytest.mark.parametrize(
    ("factor", "right"), [(1 + 5e-7, True), (1 - 5e-7, True), (1 + 5e-6, False), (1 - 5e-6, False)]
)
@pytest.mark.parametrize("size", [1e-3, 1.0, 1e12])
def test_rounding_is_allowed_and_nothing_else(factor: float, right: bool, size: float) -> None:
    assert agree(size * factor, size) is right
    assert agree([size, size * factor], [size, size]) is right
    assert (close_to(size) == size * factor) is right


reals = st.floats(allow_nan=False, allow_infinity=False)


@given(reals, st.one_of(reals, st.floats(-3e-6, 3e-6)), st.booleans())
@settings(max_examples=400, deadline=None)
def test_nothing_agrees_beyond_the_tolerance(a: float, b: float, is_near: bool) -> None:
    """Against exact arithmetic, with a hair's breadth around the limit left to rounding."""
    if is_near and not math.isfinite(b := a * (1 + b)):
        return
    exact = [Fraction(number) for number in (a, b)]
    limit = Fraction(RTOL) * max(map(abs, exact)) + Fraction(ATOL)
    apart = abs(exact[0] - exact[1])
    for one, two in ((a, b), ([1.0, a], np.array([1.0, b])), (np.array([[a]]), b)):
        assert agree(one, two) == agree(two, one)
        assert not (agree(one, two) and apart > limit * Fraction(1_000_001, 1_000_000))
        assert agree(one, two) or apart > limit * Fraction(999_999, 1_000_000)


LARGE: list[Any] = [
    np.zeros((40_000, 1)),
    np.zeros((1, 40_000)),
    np.zeros(2_000_000),
    np.zeros((1_400, 1_400)),
    np.ones(15 << 20, "i1"),
    np.ones(15 << 20, "?"),
    np.zeros((2,) * 13 + (1,) * 19),
    [0.5] * 100_000,
    [np.zeros(1)] * 15_000,
    [[0.5] * 1_000] * 150,
    "x" * 10**6,
    bytes(15 << 20),
    {number: "y" for number in range(2_000)},
    Opaque("x", "y"),
    2.0,
]


@pytest.mark.parametrize("count", [1, 2, 4])
def test_comparing_large_values_costs_next_to_nothing(count: int) -> None:
    pairs = [(a, b) for number, a in enumerate(LARGE) for b in LARGE[number:]]
    began = time.process_time()
    tracemalloc.start()
    for a, b in pairs:
        whole = [(value,) * count if count > 1 else value for value in (a, b)]
        assert agree(whole[0], whole[1], count) == (a is b and type(a) is float)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1 << 20
    assert time.process_time() - began < 1.0


@pytest.mark.parametrize("number", range(len(LARGE)))
def test_whether_large_values_are_identical_is_told_without_copies(number: int) -> None:
    value = LARGE[number]
    again = copied(value)
    size = getattr(value, "nbytes", 1 << 20)
    tracemalloc.start()
    assert same(value, again)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1.5 * size + (4 << 20)


def test_lists_of_floats_are_identical_in_every_element() -> None:
    assert same([math.nan, 1.0], [float("nan"), 1.0])
    assert not same([math.nan, 1.0], [math.nan, 2.0])
    assert not same([1.0, 2.0], [1.0, 2])
    assert not same([1.0, 2.0], (1.0, 2.0))


def test_next_to_zero_a_billionth_is_zero() -> None:
    assert agree(1e-10, 0.0)
    assert not agree(1e-8, 0.0)


def test_close_looks_at_shapes_first() -> None:
    assert not close(np.zeros(1), np.zeros(2))
    assert close(np.zeros(0), np.zeros(0))


@pytest.mark.parametrize("value", [(1, 2), [1, 2], np.array([1, 2])], ids=repr)
def test_two_outputs_come_in_a_list_tuple_or_array_of_two(value: Any) -> None:
    assert unpack(value, 2) == (1, 2)


@pytest.mark.parametrize(
    "value", [None, 1.0, "ab", {1: 2, 3: 4}, (1,), [1, 2, 3], np.zeros((3, 2)), np.array(1.0)], ids=repr
)
def test_nothing_else_comes_apart_into_two(value: Any) -> None:
    assert unpack(value, 2) is None
    assert flatten(value, 2) is None
    assert unpack(value, 1) == (value,)


def test_spans_say_where_each_output_lies() -> None:
    flat = flatten((1.0, [2.0, 3.0], np.array([[4.0, 5.0]]), []), 4)
    assert flat is not None
    assert [flat[1][span].tolist() for span in output_spans(flat[0])] == [[1.0], [2.0, 3.0], [4.0, 5.0], []]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (1, 1.0),
        (1, True),
        ([1], (1,)),
        (np.array([1]), np.array([1.0])),
        (np.float32(1), np.float64(1)),
        (np.array([1.0]), np.array([[1.0]])),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ({"a": 1}, {"a": 2}),
        ([1.0], [1.0, 1.0]),
        (0.5, 0.25),
    ],
    ids=repr,
)
def test_identical_means_in_type_shape_order_and_bits(a: Any, b: Any) -> None:
    assert not same(a, b)
    assert same(a, copied(a))


def test_nan_is_identical_to_nan() -> None:
    assert same(
        [math.nan, np.array([math.nan]), np.float64("nan")], [math.nan, np.array([math.nan]), np.float64("nan")]
    )


def test_either_takes_any_alternative_and_no_other() -> None:
    choice = either(close_to(1.0), close_to([2.0, 3.0]))
    assert choice == 1.0
    assert choice == np.array([2.0, 3.0])
    assert choice != 2.0


@pytest.mark.parametrize("expected", [close_to(0.3742), either(close_to(0.3742))])
def test_an_expected_value_never_shows_in_text(expected: Any) -> None:
    assert repr(expected) == str(expected) == "the right value"
    assert "3742" not in f"{expected}"


def test_an_array_asks_the_expected_value_whether_it_is_right() -> None:
    """numpy would otherwise compare element by element, and an empty array would pass as all equal."""
    assert (np.array([1.0, 2.0]) == close_to([1.0, 2.0])) is True
    assert (np.array([]) == close_to(1.0)) is False
    assert (np.array([1.0, 1.0]) == either(close_to(1.0))) is False

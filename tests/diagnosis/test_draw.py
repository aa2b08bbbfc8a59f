from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader.diagnosis.draw import Draw
from grader.diagnosis.library import fresh_inputs, probes

from .labs import FUNCTIONS, lab

SEEDS = range(300)


def everything(seed: int | tuple[int, ...]) -> list[object]:
    draw = Draw(seed)
    return [draw.size(), draw.number(), draw.rate(), draw.integer(0, 1000), draw.vector(5).tolist()]


def test_numbers_stay_away_from_those_that_hide_mistakes() -> None:
    numbers = [Draw(seed).number() for seed in SEEDS]
    assert all(abs(number - dull) >= 0.1499 for number in numbers for dull in range(-3, 4))
    assert all(-3 <= number <= 3 for number in numbers)
    assert len(set(numbers)) > 150


def test_a_choice_is_one_of_the_values_offered_and_any_of_them() -> None:
    assert {Draw(seed).choice((1.5, 2.5, 4.0)) for seed in SEEDS} == {1.5, 2.5, 4.0}


def test_sizes_are_never_those_at_which_constants_cancel() -> None:
    assert {Draw(seed).size() for seed in SEEDS} == {3, 5, 6, 7}


def test_rates_are_never_round() -> None:
    rates = [Draw(seed).rate() for seed in SEEDS]
    assert all(0.03 <= rate <= 0.12 and abs(rate - 0.1) > 0.0039 and abs(rate - 0.05) > 0.0039 for rate in rates)
    assert len(set(rates)) > 40


def test_whole_numbers_include_both_ends() -> None:
    assert {Draw(seed).integer(3, 5) for seed in SEEDS} == {3, 4, 5}


@pytest.mark.parametrize("n", [3, 5, 6, 7])
def test_vectors_have_both_signs_different_sizes_and_a_mean_away_from_zero(n: int) -> None:
    for seed in SEEDS:
        vector = Draw(seed).vector(n)
        sizes = np.sort(np.abs(vector))
        assert vector.shape == (n,)
        assert vector.min() < 0 < vector.max()
        assert np.all(np.diff(sizes) >= 0.0499), "two elements of nearly equal size"
        assert abs(vector.mean()) >= 0.1999
        assert np.all(np.abs(vector[:, None] - [0, 1, -1, 2, -2]) >= 0.1499)


def test_a_vector_of_one_number_can_be_drawn() -> None:
    assert {Draw(seed).vector(1).shape for seed in SEEDS} == {(1,)}


@pytest.mark.parametrize("seed", [0, 7, 2**48 - 1, (3, 4), (2**47, 2**31)])
def test_the_same_seed_gives_the_same_inputs_and_another_gives_others(seed: int | tuple[int, ...]) -> None:
    other = seed + 1 if isinstance(seed, int) else (seed[0] + 1, seed[1])
    assert everything(seed) == everything(seed)
    assert everything(seed) != everything(other)


def test_the_parts_of_a_seed_are_not_interchangeable() -> None:
    assert everything((1, 2)) != everything((2, 1))
    assert everything((5, 0)) == everything(5)


def test_inputs_are_the_same_on_every_machine() -> None:
    assert everything(20) == [7, 1.6, 0.111, 260, [0.81, 2.43, 2.23, 0.44, -0.53]]


def check_array(value: Any) -> None:
    """Labels are mixed; probabilities are away from a half; any other numbers are away from 0 and from each other."""
    if set(np.unique(value)) <= {0.0, 1.0}:
        assert 0 < value.sum() < len(value)
        assert 2 * value.sum() != len(value)
    elif np.all((value > 0) & (value < 1)):
        assert np.all(np.abs(value - 0.5) >= 0.05)
    else:
        assert np.all(np.abs(value) >= 0.02)
        columns = value.T if value.ndim == 2 else [value]
        assert all(len(np.unique(column)) == len(column) for column in columns)


@pytest.mark.parametrize("stem", FUNCTIONS)
def test_no_input_of_an_exercise_is_degenerate(stem: str) -> None:
    shop = lab(stem)
    for args in fresh_inputs(shop.draw_inputs, 99, 200):
        for name, value in zip(shop.exercise.parameters, args, strict=True):
            if isinstance(value, np.ndarray):
                check_array(value)
            elif name not in ("steps", "epochs", "t"):
                assert min(abs(value - dull) for dull in (0, 1, -1)) > 0.02
            else:
                assert value >= 2
        sizes = [len(value) for value in args[:1] if isinstance(value, np.ndarray)]
        assert not {1, 2, 4} & set(sizes) or stem == "train_and_gate", "its rows are those of AND; w has two numbers"


@pytest.mark.parametrize("stem", FUNCTIONS)
def test_probes_have_three_and_five_examples_and_differ_from_the_fresh_inputs(stem: str) -> None:
    shop = lab(stem)
    first, second = probes(shop.draw_inputs, shop.library.table.probe_seed)
    sizes = [len(args[0]) for args in (first, second) if isinstance(args[0], np.ndarray)]
    assert sizes in ([3, 5], []) or (stem == "train_and_gate" and sizes == [2, 2])
    fresh = [repr(args) for args in fresh_inputs(shop.draw_inputs, 1, 50)]
    assert len({repr(first), repr(second), *fresh}) == 52

"""Wrong programs that nobody declared: a name is given only when it gives their answers too, and none passes."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

import pytest

from .evidence import TookTooLong, at_most, try_mutants
from .labs import FUNCTIONS
from .mutants import mutants

# `make evidence` tries ten times as many.
COUNT = 300


@pytest.mark.parametrize("stem", FUNCTIONS)
def test_no_random_mutant_passes_or_is_given_a_false_name(stem: str, measured: Callable[[str], None]) -> None:
    tried = try_mutants(stem, COUNT)
    measured(tried.summary(f"{stem} mutants"))
    assert tried.counts["wrong"] >= 0.9 * COUNT
    assert not tried.false, "\n".join(tried.false)
    assert not tried.slipped, "\n".join(tried.slipped)


@pytest.mark.parametrize("stem", FUNCTIONS)
def test_mutants_are_the_same_every_time_and_all_different(stem: str) -> None:
    chosen = mutants.__wrapped__(stem, 50)
    assert chosen == mutants.__wrapped__(stem, 50) == mutants(stem, COUNT)[:50]
    assert len(set(chosen)) == 50


def run_for_ever() -> None:
    while True:
        with contextlib.suppress(Exception):
            pass


def test_a_program_that_never_ends_is_given_up() -> None:
    with pytest.raises(TookTooLong), at_most(0.05):
        run_for_ever()

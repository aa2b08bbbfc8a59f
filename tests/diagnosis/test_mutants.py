"""More than a thousand wrong programs that nobody declared: a name is given only when it gives their answers too."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable

import pytest

from .claims import broken_claims
from .labs import FUNCTIONS, lab, mistakes_in, right_everywhere
from .mutants import function_of, mutants

COUNT = 1_100


@pytest.mark.parametrize("stem", FUNCTIONS)
def test_no_random_mutant_is_given_a_false_name(stem: str, measured: Callable[[str], None]) -> None:
    shop = lab(stem)
    known = {mistake.id for mistake in shop.key.mistakes}
    counts, false = Counter[str](), []
    for number, source in enumerate(mutants(stem, COUNT)):
        function = function_of(source, shop.exercise.function or "")
        if right_everywhere(shop, function):
            continue
        counts["wrong programs"] += 1
        for found in shop.diagnose(function, random.Random(number).randrange(10**9), source):
            counts[f"level {found.level}"] += 1
            counts["named by a known mistake"] += bool(known & set(mistakes_in(found)))
            if broken := broken_claims(shop, function, found):
                false.append(f"mutant {number} is not {sorted(broken)} (level {found.level}):\n{source}")
    measured(f"{stem} mutants: {dict(sorted(counts.items()))}, {len(false)} false names")
    assert counts["wrong programs"] >= 1_000
    assert not false, "\n".join(false)


@pytest.mark.parametrize("stem", FUNCTIONS)
def test_mutants_are_the_same_every_time_and_all_different(stem: str) -> None:
    chosen = mutants.__wrapped__(stem, 50)
    assert chosen == mutants.__wrapped__(stem, 50) == mutants(stem, COUNT)[:50]
    assert len(set(chosen)) == 50

"""Every mistake we know is made on purpose, alone and together with others, and has to be told by its own name."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from grader.diagnosis.library import Library, Model, Table, behaviour_classes, combinations
from grader.diagnosis.values import agree, flatten

from .claims import broken_claims
from .evidence import of_size, tell
from .labs import FUNCTIONS, Lab, is_convention, key, lab, mistakes_in, right_everywhere

PAIRS = 200
TRIPLES = 80
Measure = Callable[[str], None]

SINGLES = [
    pytest.param(stem, index, id=f"{stem}-{index}-{mistake.id}")
    for stem in FUNCTIONS
    for index, mistake in enumerate(key(stem).mistakes)
    if not is_convention(stem, mistake.id)
]


@pytest.mark.parametrize(("stem", "index"), SINGLES)
def test_every_single_mistake_is_asserted_under_its_own_id(stem: str, index: int) -> None:
    shop = lab(stem)
    for seed in (1, 2):
        findings = shop.diagnose(shop.making((index,)), seed)
        assert [(found.mistake, found.level) for found in findings] == [(shop.key.mistakes[index].id, "A")]


@pytest.mark.parametrize("stem", FUNCTIONS)
def test_every_single_mistake_changes_the_answers(stem: str) -> None:
    shop = lab(stem)
    assert not [shop.key.mistakes[n].id for (n,) in of_size(shop, 1) if right_everywhere(shop, shop.making((n,)))]


def sample(shop: Lab, size: int, count: int) -> list[Model]:
    models = of_size(shop, size)
    return random.Random(f"{shop.exercise.stem} {size}").sample(models, min(count, len(models)))


@pytest.mark.parametrize("stem", FUNCTIONS)
def test_pairs_are_named_as_themselves_or_as_their_equals(stem: str, measured: Measure) -> None:
    """A sample; `make evidence` makes all of them."""
    told = tell(lab(stem), sample(lab(stem), 2, PAIRS))
    measured(told.summary(f"{stem} pairs"))
    assert not told.false
    assert told.counts["exact"] > 0.8 * told.counts.total()
    # A 0 that is nothing but written down looks the same as two mistakes that cancel out.
    assert told.counts["unnamed"] <= 5, "only pairs of which a constant is left"


@pytest.mark.parametrize("stem", FUNCTIONS)
def test_triples_are_named_as_themselves_or_as_their_equals(stem: str, measured: Measure) -> None:
    told = tell(lab(stem), sample(lab(stem), 3, TRIPLES))
    measured(told.summary(f"{stem} triples"))
    assert not told.false
    assert told.counts["exact"] > 0.5 * told.counts.total()
    assert told.counts["unnamed"] < 0.02 * told.counts.total()


@pytest.mark.parametrize("stem", FUNCTIONS)
def test_no_two_single_mistakes_behave_alike_under_different_ids(stem: str) -> None:
    shop = lab(stem)
    classes = behaviour_classes(shop.reference, shop.draw_inputs, of_size(shop, 1)).values()
    tied = [{shop.key.mistakes[n].id for (n,) in members} for members in classes]
    assert [ids for ids in tied if len(ids) > 1] == []


@pytest.mark.parametrize("stem", FUNCTIONS)
def test_single_mistakes_are_more_than_a_percent_apart_on_the_probes(stem: str) -> None:
    """Answers are compared to a millionth, so this leaves room for any way of rounding."""
    shop = lab(stem)
    singles = [model for model in [(), *of_size(shop, 1)] if not any(shop.key.mistakes[n].coarse for n in model)]
    for one, other in itertools.combinations(singles, 2):
        if shop.ids(one) == shop.ids(other):
            continue
        answers = [[shop.reference.flat(model, args) for args in shop.library.probes] for model in (one, other)]
        assert any(apart(a, b) > 0.01 for a, b in zip(*answers, strict=True)), (shop.ids(one), shop.ids(other))


def apart(a: Any, b: Any) -> float:
    if a is None or b is None or a[0] != b[0]:
        return 1.0
    return float(np.max(np.abs(a[1] - b[1]) / np.maximum(np.maximum(np.abs(a[1]), np.abs(b[1])), 1e-9), initial=0.0))


def test_a_mistake_that_is_looked_for_alone_is_in_no_combination() -> None:
    shop = lab("train_weight")
    alone = {n for n, mistake in enumerate(shop.key.mistakes) if mistake.alone}
    assert alone
    assert {(n,) for n in alone} <= set(of_size(shop, 1))
    assert not [model for model in combinations(shop.reference) if len(model) > 1 and alone & set(model)]


@pytest.mark.parametrize("stem", FUNCTIONS)
def test_the_solution_itself_is_never_given_a_name(stem: str) -> None:
    shop = lab(stem)
    for seed in range(20):
        assert shop.diagnose(shop.learner_function(), seed) == []


@pytest.mark.parametrize("names", [("error-backwards", "added-gradient")])
def test_both_signs_turned_is_a_convention_and_never_named(names: tuple[str, ...]) -> None:
    shop = lab("gradient_step")
    model = next(model for model in of_size(shop, 2) if shop.ids(model) == set(names))
    findings = shop.diagnose(shop.making(model))
    assert [found.mistake for found in findings] in ([], [None])


@pytest.mark.parametrize("stem", ["adam_step", "adamw_step"])
def test_a_way_of_writing_that_needs_no_other_change_is_never_named(stem: str) -> None:
    shop = lab(stem)
    (model,) = (model for model in of_size(shop, 1) if shop.ids(model) == {"eps-before-correction"})
    assert [found.mistake for found in shop.diagnose(shop.making(model))] in ([], [None])


@pytest.mark.parametrize("other", ["forgot-two", "forgot-lr", "sum-not-mean", "loss-after-stale"])
def test_a_mistake_beside_a_convention_is_named_alone(other: str) -> None:
    shop = lab("gradient_step")
    ids = {"error-backwards", "added-gradient", other}
    for model in (model for model in of_size(shop, 3) if shop.ids(model) == ids):
        (found,) = shop.diagnose(shop.making(model))
        assert (found.mistake, found.level) == (other, "A")


@pytest.mark.parametrize(
    "other", ["no-prediction", "prediction-for-error", "squared-error-in-gradient", "loss-as-gradient"]
)
def test_half_a_convention_is_told_even_where_the_other_half_would_change_nothing(other: str) -> None:
    """Turning the sign of an error that is not in the gradient does nothing: adding the gradient is then a mistake."""
    shop = lab("gradient_step")
    model = next(model for model in of_size(shop, 2) if shop.ids(model) == {other, "added-gradient"})
    (found,) = shop.diagnose(shop.making(model))
    assert set(mistakes_in(found)) == {other, "added-gradient"}


@pytest.mark.parametrize(
    ("stem", "names"),
    [
        ("mse", {"skips-first", "largest-only"}),
        ("mse", {"abs-not-square", "median-not-mean"}),
        ("mse", {"no-square", "truncated"}),
    ],
)
def test_models_that_agree_on_most_inputs_are_still_told_apart(stem: str, names: set[str]) -> None:
    """They give the same answer whenever the first element is not the largest, or n is odd: luck must not decide."""
    shop = lab(stem)
    for model in (model for model in of_size(shop, 2) if shop.ids(model) == names):
        for seed in range(20):
            (found,) = shop.diagnose(shop.making(model), seed)
            assert broken_claims(shop, shop.making(model), found) == set(), seed


@pytest.mark.parametrize("stem", FUNCTIONS)
def test_a_table_comes_back_from_its_arrays_as_it_was(stem: str) -> None:
    shop = lab(stem)
    table = shop.library.table
    back = Table.from_arrays(table.to_arrays())
    assert (back.probe_seed, back.separation, set(back.groups)) == (
        table.probe_seed,
        table.separation,
        set(table.groups),
    )
    for shape, group in table.groups.items():
        assert np.array_equal(back.groups[shape].rows, group.rows)
        assert np.array_equal(back.groups[shape].models, group.models)


@pytest.mark.parametrize("lost", ["head", "models"])
def test_arrays_of_something_else_are_no_table(lost: str) -> None:
    arrays = {name: value for name, value in lab("mse").library.table.to_arrays().items() if not name.startswith(lost)}
    with pytest.raises(KeyError):
        Table.from_arrays(arrays)
    with pytest.raises(ValueError, match="unpack"):
        Table.from_arrays({"head": np.zeros(3)})


@pytest.mark.parametrize("stem", FUNCTIONS)
def test_the_table_knows_every_model_that_gives_finite_numbers_once(stem: str) -> None:
    shop = lab(stem)
    listed = [
        tuple(int(n) for n in row if n >= 0) for group in shop.library.table.groups.values() for row in group.models
    ]
    finite = [
        model
        for model in combinations(shop.reference)
        if all(shop.reference.flat(model, args) is not None for args in shop.library.probes)
    ]
    assert sorted(listed) == sorted(finite)
    assert () in listed


def looked_up(library: Library, values: list[Any], columns: Any = None) -> list[Model]:
    flat = [flatten(value, library.reference.outputs) for value in values]
    return library.lookup(tuple(f[0] for f in flat), np.concatenate([f[1] for f in flat]), columns)  # type: ignore[index]


def test_a_lookup_finds_the_model_and_only_those_with_its_answers() -> None:
    shop = lab("gradient_step")
    for model in random.Random(4).sample(of_size(shop, 3), 50):
        values = [shop.reference.run(model, args) for args in shop.library.probes]
        found = looked_up(shop.library, values)
        assert model in found
        for other in found:
            again = [shop.reference.run(other, args) for args in shop.library.probes]
            assert all(agree(a, b, 4) for a, b in zip(values, again, strict=True))


@pytest.mark.parametrize("odd", [np.nan, np.inf, 1e9, 2.0])
def test_a_lookup_of_other_numbers_finds_nothing(odd: float) -> None:
    shop = lab("gradient_step")
    assert looked_up(shop.library, [(odd, odd, odd, odd)] * 2) == []
    assert looked_up(shop.library, [([odd], odd, odd, odd)] * 2) == []


def test_a_lookup_of_some_columns_ignores_the_others_even_when_they_are_not_finite() -> None:
    shop = lab("gradient_step")
    right = [shop.truth(args) for args in shop.library.probes]
    values = [(before, grad, np.nan, np.inf) for before, grad, *_ in right]
    found = looked_up(shop.library, values, np.array([True, True, False, False] * 2))
    assert () in found
    assert (next(n for n, m in enumerate(shop.key.mistakes) if m.id == "forgot-lr"),) in found
    assert (next(n for n, m in enumerate(shop.key.mistakes) if m.id == "forgot-two"),) not in found


def test_a_model_is_confirmed_by_whole_answers_or_by_the_outputs_asked_for() -> None:
    shop = lab("gradient_step")
    library, args = shop.library, shop.held_out[0]
    before, grad, w_new, after = shop.truth(args)
    assert library.confirmed((), args, (before, grad, w_new, after))
    for wrong in ((before, grad, w_new, after + 1), (before, grad, w_new, np.nan), (before, grad, w_new), None, "1234"):
        assert not library.confirmed((), args, wrong)
    assert library.confirmed((), args, (before, grad, w_new, after + 1), outputs=(0, 1, 2))
    assert not library.confirmed((), args, (before, grad, w_new, after + 1), outputs=(3,))
    assert not library.confirmed((), args, (before, grad, [w_new], after), outputs=(2,))

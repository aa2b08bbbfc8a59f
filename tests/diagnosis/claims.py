"""Holding a finding to its word: does what it names give the learner's answers on inputs nobody has seen?"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any

import numpy as np

from grader.diagnosis.library import Model, combinations
from grader.diagnosis.values import agree, copied, flatten, output_spans, same, unpack
from grader.model import Finding

from .labs import Lab, mistakes_in, plain, quiet

Ids = frozenset[str]
# A learner whose code raises an exception has no value; this stands for it.
NO_VALUE = None
# One call that stops is all that is claimed, and it stands in the evidence.
_PROVED_BY_ITS_OWN_INPUT = ("raises-error", "wrong-parameters", "arrays-only")


def answers(lab: Lab, function: Callable[..., Any]) -> list[Any]:
    """The learner's values on the held-out inputs."""
    found = []
    for args in lab.held_out:
        try:
            with quiet():
                found.append(plain(function(*copied(args))))
        except Exception:  # noqa: BLE001 - a learner's code may raise anything
            found.append(NO_VALUE)
    return found


@cache
def models_by_ids(stem: str, lab: Lab) -> dict[Ids, list[Model]]:
    """Every model of the library by the ids it makes."""
    found: dict[Ids, list[Model]] = defaultdict(list)
    for model in combinations(lab.reference):
        found[frozenset(lab.ids(model))].append(model)
    return found


def broken_claims(lab: Lab, function: Callable[..., Any], finding: Finding) -> set[str]:
    """The ids that this finding names and the learner's own answers do not bear out."""
    known = {mistake.id for mistake in lab.reference.mistakes}
    names = [name for name in mistakes_in(finding) if name in known]
    other = [name for name in mistakes_in(finding) if name not in known or name == "wrong-order"]
    values = answers(lab, function)
    broken = {name for name in other if not _fault_is_there(lab, function, name, values, bool(names))}
    if not names:
        return broken
    if finding.message.startswith("It starts from your own"):
        return broken | _broken_from_own(lab, finding, names, values)
    return broken | _broken_models(lab, finding, names, values, "wrong-order" in other)


def _broken_from_own(lab: Lab, finding: Finding, names: list[str], values: list[Any]) -> set[str]:
    """A mistake in a later output, made with the learner's own earlier ones."""
    (output,) = explained_outputs(lab, finding) or ()
    models = [model for ids in [frozenset(names)] for model in models_by_ids(lab.exercise.stem, lab).get(ids, [])]
    for model in models:
        following = [lab.follower.following(args, own, model) for args, own in zip(lab.held_out, values, strict=True)]
        pairs = zip(values, following, strict=True)
        count = lab.reference.outputs
        if all(f is not None and agree((unpack(own, count) or [None] * count)[output], f[output]) for own, f in pairs):
            return set()
    return set(names)


def _gradient_fault(lab: Lab, name: str, values: list[Any]) -> bool:
    """Whether some gradient among the outputs has this fault, alone or with others, on every held-out input."""
    assert lab.key.gradient is not None
    places = [lab.exercise.outputs.index(output) for output in lab.key.gradient.of]
    return any(
        all(_has_fault(lab, place, name, args, own) for args, own in zip(lab.held_out, values, strict=True))
        for place in places
    )


def _has_fault(lab: Lab, place: int, name: str, args: Any, own: Any) -> bool:
    count = lab.reference.outputs
    mine, right = (
        np.asarray((unpack(value, count) or [np.nan] * count)[place], dtype=float) for value in (own, lab.truth(args))
    )
    if name == "gradient-transposed":
        return mine.T.shape == right.shape and np.allclose(mine.T, right)
    n = next(len(arg) for arg in args if isinstance(arg, np.ndarray))
    allowed = {
        "gradient-sign": lambda r: r < 0,
        "gradient-half": lambda r: _any_near(r, [0.5, 0.5 * n, 0.5 / n]),
        "gradient-double": lambda r: _any_near(r, [2, 2 * n, 2 / n]),
        "gradient-sum": lambda r: _any_near(r, [n, 2 * n, n / 2]),
        "gradient-divided-twice": lambda r: _any_near(r, [1 / n, 2 / n, 0.5 / n]),
    }
    ratios = (mine / right).reshape(-1)
    return mine.shape == right.shape and bool(np.allclose(ratios, ratios[0])) and allowed[name](ratios[0])


def _any_near(ratio: float, factors: list[float]) -> bool:
    return any(abs(abs(ratio) - factor) < 1e-4 * factor for factor in factors)


def _broken_models(lab: Lab, finding: Finding, names: list[str], values: list[Any], reordered: bool) -> set[str]:
    outputs = explained_outputs(lab, finding)
    orders = _orders(lab.reference.outputs) if reordered else [tuple(range(lab.reference.outputs))]
    best: set[str] = set(names)
    for order in orders:
        turned = [_reordered(value, order) for value in values]
        borne_out = set().union(*_reproducing(lab, names, turned, outputs, exactly=finding.level != "B"))
        best = min(best, set(names) - borne_out, key=len)
    return best


def _reproducing(
    lab: Lab, names: Sequence[str], values: list[Any], outputs: tuple[int, ...] | None, *, exactly: bool
) -> Iterable[Ids]:
    """The sets of these ids with a model that gives the values. exactly: only the set of all of them counts."""
    wanted = [frozenset(names)] if exactly else _subsets(names)
    for ids in wanted:
        if any(_gives(lab, whole, values, outputs) for whole in _with_conventions(lab, ids, values, outputs)):
            yield ids


def _with_conventions(lab: Lab, ids: Ids, values: list[Any], outputs: tuple[int, ...] | None) -> Iterable[Ids]:
    """The set itself, and with each convention that is really there: one half of it would not give the values."""
    yield ids
    for group in lab.key.conventions:
        halves = [ids | half for half in _subsets(tuple(group - ids)) if half < group]
        if not any(_gives(lab, half, values, outputs) for half in halves):
            yield ids | group


def _gives(lab: Lab, ids: Ids, values: list[Any], outputs: tuple[int, ...] | None) -> bool:
    models = models_by_ids(lab.exercise.stem, lab).get(ids, [])
    return any(reproduces(lab, model, values, outputs) for model in models)


def reproduces(lab: Lab, model: Model, values: list[Any], outputs: tuple[int, ...] | None = None) -> bool:
    """Whether the model gives these values on all held-out inputs (only these outputs of them, when given).

    A program that stops on some inputs, through what is not explained, says nothing there of the outputs that are.
    """
    pairs = list(zip(lab.held_out, values, strict=True))
    if outputs is not None:
        pairs = [(args, value) for args, value in pairs if value is not NO_VALUE]
        if 2 * len(pairs) < len(values):
            return False
    return all(_equal(lab, model, args, value, outputs) for args, value in pairs)


def _equal(lab: Lab, model: Model, args: Any, value: Any, outputs: tuple[int, ...] | None) -> bool:
    try:
        with quiet():
            given = flatten(lab.reference.run(model, args), lab.reference.outputs)
    except Exception:  # noqa: BLE001 - a learner's code may raise anything
        return value is NO_VALUE
    own = flatten(value, lab.reference.outputs)
    if given is None or own is None:
        return False
    spans = zip(output_spans(given[0]), output_spans(own[0]), strict=True)
    chosen = [pair for place, pair in enumerate(spans) if outputs is None or place in outputs]
    return all(_close(given[1][a], own[1][b]) for a, b in chosen)


def _close(a: Any, b: Any) -> bool:
    return a.shape == b.shape and bool(np.allclose(a, b, rtol=2e-6, atol=2e-9, equal_nan=True))


def explained_outputs(lab: Lab, finding: Finding) -> tuple[int, ...] | None:
    """At level C, the outputs that the message says it explains."""
    if finding.level != "C":
        return None
    text = re.search(r"This explains (.+?) on every input", finding.message)
    assert text, finding.message
    return tuple(lab.exercise.outputs.index(name) for name in re.split(r", | and ", text.group(1)))


def _fault_is_there(lab: Lab, function: Callable[..., Any], name: str, values: list[Any], with_models: bool) -> bool:
    """Whether one of the faults that any exercise can have is seen on the held-out inputs."""
    if name == "wrong-order":
        return with_models or any(_all_right(lab, values, order) for order in _orders(lab.reference.outputs))
    if name == "hard-coded":
        return all(same(values[0], value) for value in values)
    if name in ("returned-none", "printed-not-returned"):
        return all(value is None for value in values)
    if name == "changed-the-input":
        return any(_changes(function, args) for args in lab.held_out)
    if name == "wrong-type":
        return any(_is_of_another_kind(lab, value, args) for value, args in zip(values, lab.held_out, strict=True))
    if name == "not-repeatable":
        return any(not same(function(*copied(args)), function(*copied(args))) for args in lab.held_out)
    if name.startswith("gradient-"):
        return _gradient_fault(lab, name, values)
    if name in _PROVED_BY_ITS_OWN_INPUT:
        return True
    raise AssertionError(f"nothing is known about {name}")


def _is_of_another_kind(lab: Lab, value: Any, args: Any) -> bool:
    """Whether an output is no number at all, or a list where one number is wanted, or a table of another shape."""
    own, right = flatten(value, lab.reference.outputs), flatten(lab.truth(args), lab.reference.outputs)
    assert right is not None
    return own is None or any(_form(a) != _form(b) for a, b in zip(own[0], right[0], strict=True))


def _form(shape: Any) -> Any:
    return shape if shape[0] == "table" else shape == "scalar"


def _all_right(lab: Lab, values: list[Any], order: tuple[int, ...]) -> bool:
    pairs = zip(values, lab.held_out, strict=True)
    return all(agree(_reordered(value, order), lab.truth(args), lab.reference.outputs) for value, args in pairs)


def _changes(function: Callable[..., Any], args: tuple[Any, ...]) -> bool:
    mine = copied(args)
    with quiet():
        function(*mine)
    return not same(mine, args)


def _orders(count: int) -> list[tuple[int, ...]]:
    return list(itertools.permutations(range(count)))


def _reordered(value: Any, order: tuple[int, ...]) -> Any:
    parts = unpack(value, len(order))
    if parts is None or len(order) == 1:
        return value
    return tuple(parts[place] for place in order)


def _subsets(names: Sequence[str]) -> list[Ids]:
    return [frozenset(chosen) for size in (1, 2, 3) for chosen in itertools.combinations(dict.fromkeys(names), size)]

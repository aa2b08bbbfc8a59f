"""What follows from a learner's own earlier outputs: an error is carried forward and costs once.

The solution computes each output from earlier ones. With those pinned to the learner's own numbers it shows what the
right method gives from there on, so that each output can be judged by its own step alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

import numpy as np

from grader.diagnosis.edits import Edit, Switchboard
from grader.diagnosis.key import Key
from grader.diagnosis.library import Args, Model, Reference
from grader.diagnosis.matching import Explanation
from grader.diagnosis.mistakes import Mistake
from grader.diagnosis.observed import Observed
from grader.diagnosis.telling import Teller
from grader.diagnosis.values import agree, copied, flatten_one, unpack
from grader.diagnosis.wording import listed, reworded
from grader.language import said
from grader.model import Exercise, Finding


class Follower:
    """Computes outputs from a learner's own upstream values, right or with mistakes.

    carries: the outputs that others follow from, by the name they have in the solution.
    """

    def __init__(
        self,
        source: str,
        function: str,
        outputs: Sequence[str],
        carries: Sequence[str],
        mistakes: Sequence[Mistake] = (),
    ) -> None:
        edits = [[Edit(edit.solution, edit.instead) for edit in mistake.all_edits] for mistake in mistakes]
        self._module = Switchboard(source, edits, pins=carries, inside=function).load()
        self._function = function
        self._outputs = tuple(outputs)
        self._carries = frozenset(carries)

    def following(self, args: Args, own: Any, model: Model = ()) -> tuple[Any, ...] | None:
        """Each output, computed from the learner's own earlier ones; None when they cannot be computed with."""
        parts = unpack(own, len(self._outputs))
        if parts is None:
            return None
        given = {name: _usable(part) for name, part in zip(self._outputs, parts, strict=True) if name in self._carries}
        if any(value is None for value in given.values()):
            return None
        return self._run(args, given, model)

    def _run(self, args: Args, given: dict[str, Any], model: Model) -> tuple[Any, ...] | None:
        computed: dict[str, Any] = {}

        def pin(name: str, value: Any) -> Any:
            computed[name] = value
            return given[name] if np.shape(given[name]) == np.shape(value) or _both_one(given[name], value) else value

        self._module.set(model)
        try:
            with np.errstate(all="ignore"), self._module.pinned(pin):
                result = unpack(self._module[self._function](*copied(args)), len(self._outputs))
        except Exception:  # noqa: BLE001 - a learner's odd number, or a wrong model, may fail in any way
            return None
        if result is None:
            return None
        return tuple(computed.get(name, value) for name, value in zip(self._outputs, result, strict=True))


def _usable(value: Any) -> Any:
    """The learner's value as numbers in the shape that the solution would have; None when it is none."""
    flat = flatten_one(value)
    if flat is None:
        return None
    if flat[0] == "scalar":
        return float(flat[1][0])
    return np.array(value, dtype=float)


def _both_one(own: Any, computed: Any) -> bool:
    """An array with one element is a number and a vector at once."""
    return np.size(own) == np.size(computed) == 1


class Carried:
    """Finds what follows from a learner's own outputs in the answers to one exercise."""

    def __init__(self, exercise: Exercise, key: Key, reference: Reference, teller: Teller) -> None:
        self._function = exercise.function or ""
        self._names = exercise.outputs
        self._key = key
        self._reference = reference
        self._tell = teller

    @cached_property
    def _follower(self) -> Follower:
        return Follower(self._key.solution, self._function, self._names, self._key.carries, self._key.mistakes)

    def outputs(self, seen: Observed) -> list[int]:
        """The outputs that are wrong, and right for the learner's own earlier ones on every input."""
        wrong = seen.wrong_ones
        upstream = [output for output in wrong if self._names[output] in self._key.carries]
        # From an upstream value that never changes, nothing was left to work out.
        if not upstream or any(map(seen.is_constant, upstream)):
            return []
        follows = wrong
        for item in seen:
            if not follows:
                break
            expected = self._follower.following(item.args, item.value)
            follows = [n for n in follows if expected is not None and agree(seen.mine(item, n), expected[n])]
        return follows

    def named(self, seen: Observed, carried: Sequence[int]) -> Finding | None:
        """A single mistake that gives a later output from the learner's own earlier ones, whatever is wrong there."""
        wrong = [output for output in seen.wrong_ones if output not in carried]
        for output in wrong:
            upstream = [self._names[n] for n in wrong if n != output and self._names[n] in self._key.carries]
            fitting = [model for model in self._single() if self._gives(seen, output, model)] if upstream else []
            ids = dict.fromkeys(self._reference.ids(model) for model in fitting)
            if len(ids) == 1:
                explanation = Explanation((fitting[0],), tuple(ids), (output,))
                return _from_own(self._tell.named_in_part(seen, explanation, [output], wrong), upstream)
        return None

    def _single(self) -> Iterator[Model]:
        return ((n,) for n, mistake in enumerate(self._key.mistakes) if mistake.all_edits)

    def _gives(self, seen: Observed, output: int, model: Model) -> bool:
        """Whether the mistake gives this output from the learner's earlier ones, and has no part in those."""
        for item in seen:
            following = self._follower.following(item.args, item.value, model)
            if following is None or not agree(seen.mine(item, output), following[output]):
                return False
        item = seen.first
        with_it, without = (self._follower.following(item.args, item.value, m) for m in (model, ()))
        upstream = [n for n, name in enumerate(self._names) if name in self._key.carries and n != output]
        return with_it is not None and without is not None and all(agree(with_it[n], without[n]) for n in upstream)


def _from_own(found: Finding, upstream: Sequence[str]) -> Finding:
    """The finding, saying that it starts from the learner's own numbers; the whole model gives other ones."""
    words = found.evidence.words
    assert words is not None
    sentence = said("It starts from your own {upstream}.", upstream=listed(upstream))
    without = found.model_copy(update={"evidence": found.evidence.model_copy(update={"named": None})})
    return reworded(without, [sentence, *words.message])

"""What follows from a learner's own earlier outputs: an error is carried forward and costs once.

The solution computes each output from earlier ones. With those pinned to the learner's own numbers it shows what the
right method gives from there on, so that each output can be judged by its own step alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from grader.diagnosis.edits import Edit, Switchboard
from grader.diagnosis.library import Args, Model
from grader.diagnosis.mistakes import Mistake
from grader.diagnosis.values import copied, flatten_one, unpack


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

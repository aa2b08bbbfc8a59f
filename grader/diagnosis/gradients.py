"""A gradient that is wrong in no way we know: what it is to the right one, and whose gradient it is.

The ratio to the right gradient (which central differences confirm) tells the fault where the library ends: -1 is the
sign, 1/2 a missing factor 2, n a sum in place of a mean. And a gradient may be right for another loss: the one that
the learner's own function returns.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from grader.calls import Answer, Call
from grader.diagnosis.key import GradientSpec
from grader.diagnosis.library import Args, size_of
from grader.diagnosis.observed import Ask, Observation, Observed, part
from grader.diagnosis.telling import Teller
from grader.diagnosis.values import as_number, as_table, close, copied, flatten_one
from grader.diagnosis.wording import finding, listed
from grader.language import said
from grader.model import Finding, Level

# What each ratio to the right gradient is called; n is the number of examples.
_BY_FACTOR = {1.0: (), 0.5: ("gradient-half",), 2.0: ("gradient-double",)}
_BY_SIZE = {0: (), 1: ("gradient-sum",), -1: ("gradient-divided-twice",)}
_MOST_CHANGED = 12
_STEP = 1e-4
# A central difference with that step is so close to the derivative; a fault is far from it.
_CLOSE = 1e-4
_ASKED = 3


class Gradients:
    """Looks at the gradients among the outputs of one exercise."""

    def __init__(self, teller: Teller, spec: GradientSpec | None) -> None:
        self._tell = teller
        self._names = teller.names
        self._spec = spec
        self._gradients = [teller.names.index(name) for name in spec.of] if spec else []

    def ratio(self, seen: Observed, carried: list[int]) -> Finding | None:
        """The gradients whose ratio to the right one is the same fault for every input, told together."""
        wrong = [output for output in self._gradients if not seen.is_right(output) and output not in carried]
        faults = {output: fault for output in wrong if (fault := _fault(seen, output)) is not None}
        if not wrong or wrong[0] not in faults:
            return None
        ids = faults[wrong[0]]
        alike = [output for output in wrong if faults.get(output) == ids]
        rest = [n for n in seen.outputs() if n not in alike and n not in carried and not seen.is_right(n)]
        values = {
            "gradients": listed([self._names[output] for output in alike]),
            "count": len(seen),
            "n": size_of(seen.first.args),
            "called": self._tell.called(seen.first),
            "yours": self._tell.yours(seen.first),
            "rest": self._tell.unexplained(rest) if rest else "",
        }
        kind = ids[0] if len(ids) == 1 else "gradient-several"
        if len(ids) > 1:
            values["faults"] = listed([said(_SHORT[name]) for name in ids])
        mistake = ids[0] if len(ids) == 1 else ids
        level: Level = "C" if rest else "A"
        return finding(kind, level, values, mistake=mistake, evidence=self._tell.evidence(seen.first))

    def of_own_loss(self, seen: Observed, ask: Ask) -> Finding | None:
        """Gradients that are wrong for the task and right for the loss that the function returns."""
        if self._spec is None or seen.is_right(self._names.index(self._spec.loss)):
            return None
        wrong = [output for output in self._gradients if not seen.is_right(output)]
        if not wrong or not all(self._is_own(seen, output, ask) for output in wrong):
            return None
        values = {
            "gradients": listed([self._names[output] for output in wrong]),
            "loss": self._spec.loss,
            "called": self._tell.called(seen.first),
            "yours": self._tell.yours(seen.first),
        }
        return finding("gradient-of-own-loss", "D", values, evidence=self._tell.evidence(seen.first))

    def _is_own(self, seen: Observed, output: int, ask: Ask) -> bool:
        assert self._spec is not None
        parameter = self._tell.exercise.parameters.index(self._spec.of[self._names[output]])
        return all(self._slopes_agree(item, output, parameter, ask) for item in seen.seen[:_ASKED])

    def _slopes_agree(self, item: Observation, output: int, parameter: int, ask: Ask) -> bool:
        own = flatten_one(part(item.value, output, len(self._names)))
        moved = list(_moved(item.args, parameter))
        if own is None or len(own[1]) * 2 != len(moved) or len(moved) > 2 * _MOST_CHANGED:
            return False
        losses = self._losses(ask, moved)
        if losses is None:
            return False
        slopes = (losses[0::2] - losses[1::2]) / (2 * _STEP)
        return bool(np.any(np.abs(slopes) > _CLOSE)) and close(own[1], slopes, rtol=_CLOSE)

    def _losses(self, ask: Ask, inputs: list[Args]) -> Any:
        assert self._spec is not None
        place, function = self._names.index(self._spec.loss), self._tell.exercise.function or ""
        answers = ask([Call(function, copied(args)) for args in inputs])
        values = [answer.value if isinstance(answer, Answer) and not answer.raised else None for answer in answers]
        losses = [as_number(part(value, place, len(self._names))) for value in values]
        return None if None in losses else np.array(losses, dtype=float)


# How several faults of one gradient are listed.
_SHORT = {
    "gradient-sign": "its sign is turned",
    "gradient-half": "a factor 2 is missing",
    "gradient-double": "a factor 2 is in it once too often",
    "gradient-sum": "a sum stands where the mean belongs",
    "gradient-divided-twice": "it is divided by the number of examples once too often",
}


def _fault(seen: Observed, output: int) -> tuple[str, ...] | None:
    """The ids of what this gradient is to the right one, on every input; None when it is nothing of the kind."""
    if _is_transposed(seen, output):
        return ("gradient-transposed",)
    pairs = seen.pairs(output)
    if pairs is None or not all(np.any(right) for _, right in pairs):
        return None
    sizes = seen.sizes()
    for sign in (1.0, -1.0):
        for factor, by_factor in _BY_FACTOR.items():
            for power, by_size in _BY_SIZE.items():
                if power and not all(sizes):
                    continue
                ids = (*(("gradient-sign",) if sign < 0 else ()), *by_factor, *by_size)
                scales = [sign * factor * float(size) ** power if power else sign * factor for size in sizes]
                if ids and all(close(m, s * r) for (m, r), s in zip(pairs, scales, strict=True)):
                    return ids
    return None


def _is_transposed(seen: Observed, output: int) -> bool:
    tables = [(as_table(seen.mine(item, output)), as_table(seen.right(item, output))) for item in seen]
    return all(mine is not None and right is not None and close(mine.T, right) for mine, right in tables)


def _moved(args: Args, parameter: int) -> Iterator[Args]:
    """The input with each number of this parameter a little larger, then a little smaller."""
    value = np.asarray(args[parameter], dtype=float)
    if value.size > _MOST_CHANGED:
        return
    for place in np.ndindex(value.shape):
        for sign in (1, -1):
            other = value.copy()
            other[place] += sign * _STEP
            new = float(other) if other.ndim == 0 else other
            yield (*args[:parameter], new, *args[parameter + 1 :])

"""Answers that build on each other: an error is carried forward and costs once.

The solution of an exercise with blanks computes each blank from the ones above it. Pinning a blank to the learner's
own number shows what the right method gives from there on, so each blank is judged by its own step alone.
"""

from __future__ import annotations

import contextlib
import copy
import itertools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

import numpy as np

from grader.diagnosis.edits import Edit, Switchboard
from grader.diagnosis.library import Model
from grader.diagnosis.mistakes import Mistake
from grader.diagnosis.values import as_number
from grader.language import english, said
from grader.model import Said

Status = Literal["right", "carried", "close", "wrong", "trivial", "missing", "empty", "not-a-number"]

# A number worked out by hand may be off by half a unit of its last digit, but never by more than this share.
HAND_TOLERANCE = 0.01
_NEAR = 0.03
_MAX_TOGETHER = 2


@dataclass(frozen=True)
class Judged:
    """How one blank came out. `why` is a sentence for the learner, None when the blank is right."""

    status: Status
    why: Said | None = None

    @property
    def reason(self) -> str:
        """`why` in English, for a check's message."""
        return english([self.why]) if self.why else ""

    @property
    def right(self) -> bool:
        return self.status in ("right", "carried")


def hand_close(typed: float, computed: float) -> bool:
    """Whether a number typed by a person is this number, as far as its digits go."""
    if not (math.isfinite(typed) and math.isfinite(computed)):
        return False
    exponent = Decimal(repr(typed)).normalize().as_tuple().exponent
    half_unit = 0.5 * 10.0 ** min(int(exponent), 0)
    share = HAND_TOLERANCE * abs(computed) if computed else 0.005
    return abs(typed - computed) <= min(half_unit, share) + 1e-6 * abs(computed)


class Chain:
    """The solution of an exercise with blanks: computes every blank, right or with mistakes, from any start."""

    def __init__(
        self, source: str, blanks: Sequence[str], mistakes: Sequence[Mistake] = (), givens: Sequence[str] = ()
    ) -> None:
        self.blanks = tuple(blanks)
        self.mistakes = mistakes
        edits = [[Edit(edit.solution, edit.instead) for edit in mistake.all_edits] for mistake in mistakes]
        self.board = Switchboard(source, edits, pins=(*givens, *blanks))
        self._module = self.board.load()
        self._given: Mapping[str, float] = {}
        self._givens = tuple(givens)
        self._places: dict[int, str | None] = {}

    def given(self, numbers: Mapping[str, float]) -> Chain:
        """The same chain, starting from these numbers instead of the solution's own."""
        other = copy.copy(self)
        other._given = dict(numbers)
        return other

    def __getitem__(self, name: str) -> Any:
        """A name of the solution's module, as the solution defines it."""
        self.follow({})
        return self._module[name]

    def names(self) -> dict[str, Any]:
        """Everything the solution defines, for conditions on answers."""
        self.follow({})
        return self._module.public()

    def follow(self, own: Mapping[str, Any], model: Model = ()) -> dict[str, Any]:
        """What the solution (with these mistakes) computes for each blank, given the learner's earlier numbers."""
        computed: dict[str, Any] = {}

        def pin(name: str, value: Any) -> Any:
            if name in self.blanks:
                computed[name] = value
            number = as_number(own.get(name, self._given.get(name)))
            return value if number is None or not math.isfinite(number) else number

        self._module.set(model)
        # A learner's number can make a later step impossible (an overflow); what was computed stands.
        with np.errstate(all="ignore"), contextlib.suppress(ArithmeticError, ValueError, TypeError):
            self._module.rerun(pin)
        return computed

    def judge(self, own: Mapping[str, Any], blank: str) -> Judged:
        """How the learner's value of this blank stands to their earlier blanks."""
        value = own.get(blank)
        if value is None:
            return Judged("missing", said("There is no line that begins with {blank} = in your file.", blank=blank))
        if getattr(value, "type_name", "") == "ellipsis":
            return Judged("empty", said("{blank} is still empty.", blank=blank))
        number = as_number(value)
        if number is None:
            return Judged(
                "not-a-number", said("{blank} is not a number. {advice}", blank=blank, advice=_comma_advice(value))
            )
        right = as_number(self.follow({}).get(blank))
        if right is not None and hand_close(number, right):
            return Judged("right")
        carried = as_number(self.follow(own).get(blank))
        if carried is not None and hand_close(number, carried):
            if self._made_trivial(own, blank):
                return Judged(
                    "trivial",
                    said("{blank} follows from a 0 further up, which leaves nothing to work out.", blank=blank),
                )
            return Judged("carried")
        target = carried if carried is not None else right
        if target is not None and target and abs(number - target) <= _NEAR * abs(target):
            return Judged("close", said("{blank} is close. Keep more digits on the way.", blank=blank))
        return Judged("wrong", said("{blank} does not follow from the numbers above it.", blank=blank))

    def _made_trivial(self, own: Mapping[str, Any], blank: str) -> bool:
        """Whether a 0 above that follows from nothing leaves only a number to copy: w - lr * 0 is w again."""
        before = self.blanks[: self.blanks.index(blank)]
        if not any(as_number(own.get(name)) == 0 and not self.judge(own, name).right for name in before):
            return False
        known = [*(own.get(name) for name in before), *self._given_numbers().values()]
        return as_number(own.get(blank)) in [number for value in known if (number := as_number(value)) is not None]

    def _given_numbers(self) -> Mapping[str, Any]:
        if not self._given:
            self.follow({})
            return {name: self._module[name] for name in self._givens}
        return self._given

    def explain(self, own: Mapping[str, Any], blank: str) -> list[Model]:
        """The smallest sets of mistakes that give the learner's value of this blank from their earlier ones."""
        number = as_number(own.get(blank))
        if number is None:
            return []
        plain = as_number(self.follow(own).get(blank))
        for size in range(1, _MAX_TOGETHER + 1):
            found = []
            for model in self._models(size):
                value = as_number(self.follow(own, model).get(blank))
                differs = value is not None and plain is not None and not hand_close(value, plain)
                if value is not None and differs and hand_close(number, value):
                    found.append(model)
            if found:
                meant = [model for model in found if not any(self.mistakes[n].slip for n in model)]
                return meant or found
        return []

    def blank_of(self, index: int) -> str | None:
        """The blank at which this mistake is made: the first one that changes with it."""
        if index not in self._places:
            self._places[index] = next((blank for blank in self.blanks if self._changes(index, blank)), None)
        return self._places[index]

    def _changes(self, index: int, blank: str) -> bool:
        """Whether the mistake changes this blank for some numbers. Two starts, as one may hide it by chance."""
        base = {name: number for name, value in self.follow({}).items() if (number := as_number(value)) is not None}
        starts = (base, {name: 1.7 * number + 0.7 for name, number in base.items()})
        return any(as_number(self.follow(s, (index,))[blank]) != as_number(self.follow(s)[blank]) for s in starts)

    def _models(self, size: int) -> list[Model]:
        indices = [n for n, mistake in enumerate(self.mistakes) if mistake.all_edits]
        return [model for model in itertools.combinations(indices, size) if self.board.compatible(model)]


def _comma_advice(value: Any) -> Said | str:
    if type(value) is tuple and len(value) == 2 and all(type(part) is int and abs(part) < 10**9 for part in value):
        number = f"{value[0]}.{value[1]}"
        return said("Python reads a comma as two values: write {number} with a point.", number=number)
    if type(value) is str:
        if "," in value:
            return said("Write it without quotes, and with a point in place of the comma.")
        return said("Write it without quotes.")
    return ""

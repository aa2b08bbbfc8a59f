"""A loop as a trajectory: is the single step right, and does each step start where the last one ended?

What a function repeats is asked once with one pass, and then pass by pass from where the learner's own passes ended.
That tells a wrong step in a right loop from a right step in a wrong loop, whatever the mistake is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from grader.calls import Answer, Call
from grader.diagnosis.key import LoopSpec
from grader.diagnosis.library import Args, Reference
from grader.diagnosis.observed import Ask, Observation, Observed, part
from grader.diagnosis.telling import Teller
from grader.diagnosis.values import agree, copied
from grader.diagnosis.wording import finding
from grader.model import Finding

_PASSES = 3
_ASKED = 4


class Loops:
    """Looks at the loop of one exercise."""

    def __init__(self, teller: Teller, spec: LoopSpec | None, reference: Reference) -> None:
        self._tell = teller
        self._names = teller.names
        self._spec = spec
        self._reference = reference

    def step_or_loop(self, seen: Observed, ask: Ask) -> Finding | None:
        """Which of the two is wrong, when the answers to other numbers of passes settle it."""
        if self._spec is None or seen.first_wrong() is None:
            return None
        inputs = [item.args for item in seen.seen[:_ASKED]]
        single = self._answers(ask, [self._with_passes(args, 1) for args in inputs])
        if single is None:
            return None
        right = all(self._is_right(args, value) for args, value in zip(inputs, single, strict=True))
        if right:
            return self._told("step-right-loop-wrong", seen.first)
        several = self._answers(ask, [self._with_passes(args, _PASSES) for args in inputs])
        if several is None or not self._each_starts_where_the_last_ended(inputs, single, several, ask):
            return None
        return self._told("loop-right-step-wrong", seen.first)

    def _told(self, kind: str, item: Observation) -> Finding:
        assert self._spec is not None
        count = self._tell.exercise.parameters.index(self._spec.count)
        values = {
            "count": self._spec.count,
            "passes": item.args[count],
            "called": self._tell.called(item),
            "yours": self._tell.yours(item),
        }
        return finding(kind, "D", values, evidence=self._tell.evidence(item))

    def _with_passes(self, args: Args, passes: int) -> Args:
        assert self._spec is not None
        place = self._tell.exercise.parameters.index(self._spec.count)
        return (*args[:place], passes, *args[place + 1 :])

    def _is_right(self, args: Args, value: Any) -> bool:
        return agree(value, self._reference.truth(self._with_passes(args, 1)), len(self._names))

    def _each_starts_where_the_last_ended(
        self, inputs: Sequence[Args], single: Sequence[Any], several: Sequence[Any], ask: Ask
    ) -> bool:
        """Whether single passes, each from the state that the last one returned, lead where several at once lead."""
        starts, values = [self._with_passes(args, 1) for args in inputs], list(single)
        moved = False
        for _ in range(_PASSES - 1):
            continued = [self._from_state(args, value) for args, value in zip(starts, values, strict=True)]
            if any(args is None for args in continued):
                return False
            starts = [args for args in continued if args is not None]
            following = self._answers(ask, starts)
            if following is None:
                return False
            moved = moved or not all(self._same_state(a, b) for a, b in zip(values, following, strict=True))
            values = following
        return moved and all(self._same_state(a, b) for a, b in zip(values, several, strict=True))

    def _from_state(self, args: Args, value: Any) -> Args | None:
        """The call that goes on from a returned state; None when there is no such state."""
        assert self._spec is not None
        new = list(args)
        for parameter, output in self._spec.state.items():
            place = self._tell.exercise.parameters.index(parameter)
            state = part(value, self._names.index(output), len(self._names))
            if not agree(state, state) or not agree(_zeros(state), _zeros(args[place])):
                return None
            new[place] = copied(state)
        return tuple(new)

    def _same_state(self, a: Any, b: Any) -> bool:
        assert self._spec is not None
        places = [self._names.index(output) for output in self._spec.state.values()]
        count = len(self._names)
        return all(agree(part(a, place, count), part(b, place, count)) for place in places)

    def _answers(self, ask: Ask, inputs: Sequence[Args]) -> list[Any] | None:
        function = self._tell.exercise.function or ""
        answers = ask([Call(function, copied(args)) for args in inputs])
        values = [answer.value for answer in answers if isinstance(answer, Answer) and answer.raised is None]
        whole = [value for value in values if part(value, 0, len(self._names)) is not None]
        return whole if len(whole) == len(inputs) else None


def _zeros(value: Any) -> Any:
    """A value of the same shape, for comparing shapes."""
    return np.zeros(np.shape(value))

"""What was asked of a submission, what is right, and what it answered: output by output."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from grader.calls import Answer, Call, Definition, Ending
from grader.diagnosis.library import Args, size_of
from grader.diagnosis.values import agree, as_number, flatten_one, unpack

Ask = Callable[[Sequence[Call]], list[Answer | Ending]]
Pair = tuple[Any, Any]
"""The learner's numbers of one output, and the right ones."""


@dataclass(frozen=True)
class Observation:
    """One input, what is right for it, and what the learner's code answered."""

    args: Args
    truth: Any
    answer: Answer

    @property
    def value(self) -> Any:
        return self.answer.value


@dataclass(frozen=True)
class HandedIn:
    """What is known of a submission besides its answers.

    source: its text, looked at only to tell a typed-in constant from a computed one. definitions: what stands at its
    top level. example: the answer to the statement's example, when there is one.
    """

    source: str
    definitions: Sequence[Definition] = ()
    example: Answer | None = None


class Observed:
    """All answers of one submission; the first ones are those to the probes."""

    def __init__(self, seen: Sequence[Observation], names: Sequence[str]) -> None:
        self.seen = seen
        self.names = names

    def __iter__(self) -> Iterator[Observation]:
        return iter(self.seen)

    def __len__(self) -> int:
        return len(self.seen)

    @property
    def first(self) -> Observation:
        return self.seen[0]

    def outputs(self) -> range:
        return range(len(self.names))

    def mine(self, item: Observation, output: int) -> Any:
        return part(item.value, output, len(self.names))

    def right(self, item: Observation, output: int) -> Any:
        return part(item.truth, output, len(self.names))

    def is_right(self, output: int) -> bool:
        return output in self.right_ones

    @cached_property
    def right_ones(self) -> list[int]:
        """The outputs that are right for every input."""
        return [
            output
            for output in self.outputs()
            if all(agree(self.mine(item, output), self.right(item, output)) for item in self.seen)
        ]

    @property
    def wrong_ones(self) -> list[int]:
        return [output for output in self.outputs() if not self.is_right(output)]

    def first_wrong(self) -> int | None:
        return next(iter(self.wrong_ones), None)

    def is_constant(self, output: int) -> bool:
        """Whether this output is one and the same number for every input."""
        mine = [as_number(self.mine(item, output)) for item in self.seen]
        return None not in mine and all(agree(mine[0], number) for number in mine)

    def pairs(self, output: int) -> list[Pair] | None:
        """The learner's and the right numbers of one output, input by input; None when the shapes differ."""
        pairs = []
        for item in self.seen:
            mine, right = (flatten_one(value) for value in (self.mine(item, output), self.right(item, output)))
            if mine is None or right is None or mine[0] != right[0] or not np.all(np.isfinite(mine[1])):
                return None
            pairs.append((mine[1], right[1]))
        return pairs

    def sizes(self) -> list[int]:
        """How many examples each input has; 0 where it has none."""
        return [size_of(item.args) for item in self.seen]

    def reordered(self, order: Sequence[int]) -> Observed | None:
        """The same answers with their outputs in another order; None when they do not come apart."""
        turned = [Observation(item.args, item.truth, Answer(reordered(item.value, order))) for item in self.seen]
        return None if any(item.value is None for item in turned) else Observed(turned, self.names)


def part(value: Any, output: int, count: int) -> Any:
    parts = unpack(value, count)
    return None if parts is None else parts[output]


def orders(count: int) -> list[tuple[int, ...]]:
    """Every order of the outputs but the right one."""
    return list(itertools.permutations(range(count)))[1:] if 1 < count <= 5 else []


def reordered(value: Any, order: Sequence[int]) -> Any:
    parts = unpack(value, len(order))
    return None if parts is None else tuple(parts[place] for place in order)

"""Numbers of a learner's own, so that no answer can be copied and no mistake hides.

A variant is drawn from a seed and accepted only when every known mistake shows in it: no mistake gives the right
value of its blank, and no two of them the same one.
"""

from __future__ import annotations

import ast
import itertools
from collections.abc import Callable, Mapping

from grader.diagnosis.chain import Chain
from grader.diagnosis.draw import Draw
from grader.diagnosis.values import as_number

DrawNumbers = Callable[[Draw], Mapping[str, float]]

# Values at least this far apart (relative) cannot be taken for one another, even when rounded by hand.
_APART = 0.04
_ATTEMPTS = 2_000


def draw_variant(chain: Chain, draw_numbers: DrawNumbers, seed: int) -> dict[str, float]:
    """The numbers of this seed. Raises ValueError when none of many attempts shows every mistake."""
    for attempt in range(_ATTEMPTS):
        numbers = dict(draw_numbers(Draw((seed, attempt))))
        if not hidden_mistakes(chain.given(numbers)):
            return numbers
    raise ValueError("draw_numbers never gives numbers that show every mistake; widen what it draws from")


def hidden_mistakes(chain: Chain) -> list[tuple[str, str]]:
    """Pairs of mistakes (or a mistake and "right") that give the same value of a blank with these numbers."""
    right = chain.follow({})
    hidden = []
    for blank in chain.blanks:
        truth = as_number(right[blank])
        if truth is None:
            continue
        values = [("right", truth)]
        for index, mistake in enumerate(chain.mistakes):
            # Slips are only told when nothing else fits, so they may coincide.
            value = (
                as_number(chain.follow(right, (index,)).get(blank)) if mistake.all_edits and not mistake.slip else None
            )
            if value is not None and (mistake.id, value) not in values and not _is_untouched(chain, index, blank):
                values.append((mistake.id, value))
        hidden += [(a, b) for (a, x), (b, y) in itertools.combinations(values, 2) if a != b and _near(x, y)]
    return hidden


def _is_untouched(chain: Chain, index: int, blank: str) -> bool:
    """Whether this mistake is made at another blank than this one."""
    return chain.blank_of(index) != blank


def _near(x: float, y: float) -> bool:
    return abs(x - y) <= _APART * max(abs(x), abs(y), 0.05)


def with_numbers(stub: str, numbers: Mapping[str, float]) -> str:
    """The stub with these numbers in the line that hands them out."""
    for statement in ast.parse(stub).body:
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Tuple):
            names = [node.id for node in statement.targets[0].elts if isinstance(node, ast.Name)]
            if set(names) == set(numbers):
                lines = stub.splitlines()
                line = f"{', '.join(names)} = {', '.join(repr(numbers[name]) for name in names)}"
                lines[statement.lineno - 1 : statement.end_lineno] = [line]
                return "\n".join(lines) + "\n"
    return stub

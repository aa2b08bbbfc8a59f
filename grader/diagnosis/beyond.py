"""What can be said when no known mistake gives the answers: what always holds, or at last a counterexample."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from grader.diagnosis.observed import Observed
from grader.diagnosis.telling import Teller
from grader.diagnosis.values import agree, close, flatten_one
from grader.diagnosis.wording import finding, listed
from grader.language import said
from grader.model import Finding
from grader.numbers import show

_FACTORS = (1e-4, 1e4)


class Beyond:
    """Finds what holds in the answers of one exercise, without a cause."""

    def __init__(self, teller: Teller) -> None:
        self._tell = teller
        self._names = teller.names

    def constant_outputs(self, seen: Observed) -> Finding | None:
        """Outputs that are the same numbers for every input, set by hand as it were, beside others that are not."""
        constant = [self._names[output] for output in seen.outputs() if _is_set_by_hand(seen, output)]
        if not constant:
            return None
        values = {
            "output": listed(constant),
            "count": len(seen),
            "right": self._tell.right_so_far(seen),
            "called": self._tell.called(seen.first),
            "yours": self._tell.yours(seen.first),
        }
        return finding("constant-output", "D", values, evidence=self._tell.evidence(seen.first))

    def not_finite(self, seen: Observed) -> Finding | None:
        for item in seen:
            for output, name in enumerate(self._names):
                flat = flatten_one(seen.mine(item, output))
                if flat is None:
                    continue
                odd = np.flatnonzero(~np.isfinite(flat[1]))
                if len(odd):
                    values = {
                        "output": f"{name}[{odd[0]}]" if flat[0][0] == "vector" else name,
                        "value": show(float(flat[1][odd[0]])),
                        "called": self._tell.called(item),
                        "yours": self._tell.yours(item),
                    }
                    return finding("not-finite", "D", values, evidence=self._tell.evidence(item))
        return None

    def nearly_right(self, seen: Observed) -> Finding | None:
        output = seen.first_wrong()
        pairs = None if output is None else seen.pairs(output)
        if output is None or pairs is None or not all(close(mine, right, rtol=1e-3) for mine, right in pairs):
            return None
        worst = max(float(np.max(np.abs(mine - right) / np.maximum(np.abs(right), 1e-12))) for mine, right in pairs)
        digit = max(1, math.floor(-math.log10(worst)) + 1)
        values = {
            "output": self._names[output],
            "count": len(seen),
            "digits": said("{digit}th digit", digit=digit) if digit > 3 else said("third digit or so"),
            "called": self._tell.called(seen.first),
            "yours": self._tell.yours(seen.first),
        }
        return finding("nearly-right", "D", values, evidence=self._tell.evidence(seen.first))

    def constant_factor(self, seen: Observed) -> Finding | None:
        output = seen.first_wrong()
        pairs = None if output is None else seen.pairs(output)
        if output is None or pairs is None or not all(np.all(right) for _, right in pairs):
            return None
        ratios = np.concatenate([mine / right for mine, right in pairs])
        if not len(ratios) or not np.all(np.isfinite(ratios)):
            return None
        values = {
            "output": self._names[output],
            "count": len(seen),
            "right": self._tell.right_so_far(seen),
            "called": self._tell.called(seen.first),
            "yours": self._tell.yours(seen.first),
        }
        shown = self._tell.evidence(seen.first)
        if close(ratios, np.full_like(ratios, ratios[0])) and _FACTORS[0] < abs(ratios[0]) < _FACTORS[1]:
            values["factor"] = show(float(f"{ratios[0]:.6g}"))
            return finding("constant-factor", "D", values, evidence=shown)
        sizes = seen.sizes()
        if len(ratios) == len(sizes) and all(sizes) and close(ratios, np.array(sizes, dtype=float)):
            return finding("scales-with-n", "D", values, evidence=shown)
        return None

    def counterexample(self, seen: Observed) -> Finding | None:
        wrong = seen.wrong_ones
        if not wrong:
            return None
        # Where others follow from it, an output is looked at before them, wherever it is returned.
        output = next((one for one in wrong if self._names[one] in self._tell.carries), wrong[0])
        item = next(item for item in seen if not agree(seen.mine(item, output), seen.right(item, output)))
        several = len(self._names) > 1
        values: dict[str, Any] = {
            "first_wrong": self._names[output] if several else said("the result"),
            "First_wrong": self._names[output] if several else said("The result"),
            "right": self._tell.right_so_far(seen),
            "called": self._tell.called(item),
            "yours": self._tell.yours(item),
        }
        return finding("counterexample", "E", values, evidence=self._tell.evidence(item))


def _is_set_by_hand(seen: Observed, output: int) -> bool:
    """Whether this output is always the same while the right one is not."""
    (mine, right), *others = [(seen.mine(item, output), seen.right(item, output)) for item in seen]
    return all(agree(mine, other) for other, _ in others) and not all(agree(right, other) for _, other in others)

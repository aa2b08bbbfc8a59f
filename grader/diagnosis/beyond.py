"""What can be said when no known mistake gives the answers: what always holds, or at last a counterexample."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from grader.diagnosis.observed import Observed
from grader.diagnosis.telling import Teller
from grader.diagnosis.values import agree, as_number, close, unpack
from grader.diagnosis.wording import finding
from grader.language import said
from grader.model import Finding
from grader.render.numbers import show

_FACTORS = (1e-4, 1e4)


class Beyond:
    """Finds what holds in the answers of one exercise, without a cause."""

    def __init__(self, teller: Teller) -> None:
        self._tell = teller
        self._names = teller.names

    def not_finite(self, seen: Observed) -> Finding | None:
        for item in seen:
            parts = unpack(item.value, len(self._names)) or ()
            for name, part in zip(self._names, parts, strict=False):
                number = as_number(part)
                if number is not None and not math.isfinite(number):
                    values = {
                        "output": name,
                        "value": show(number),
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
        output = seen.first_wrong()
        if output is None:
            return None
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

"""From numbers to places on paper: axes with round ticks, linear or in decades."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from grader.numbers import MINUS, number

LARGEST = 1e300
_SUPERSCRIPTS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


def coordinate(value: Any) -> float:
    """A number of a picture, the Report's words for infinities included; anything else is NaN, not drawn."""
    if isinstance(value, str):
        return {"Infinity": math.inf, "-Infinity": -math.inf}.get(value, math.nan)
    if not isinstance(value, int | float):
        return math.nan
    try:
        found = float(value)
    except OverflowError:
        found = math.inf if value > 0 else -math.inf
    # differences of the largest floats overflow; past this they are as good as infinite
    return found if abs(found) < LARGEST else math.copysign(math.inf, found) if found == found else found


def finite(values: Sequence[float]) -> list[float]:
    return [value for value in values if math.isfinite(value)]


@dataclass(frozen=True)
class Axis:
    """Maps low..high to start..end (pixels; start > end for an upward axis)."""

    low: float
    high: float
    start: float
    end: float
    log: bool = False
    whole: bool = False
    """only whole numbers mean something here, e.g. steps"""
    wanted: int = 5

    def at(self, value: float) -> float:
        low, high, here = (
            (math.log10(self.low), math.log10(self.high), math.log10(max(value, 1e-320)))
            if self.log
            else (self.low, self.high, value)
        )
        return self.start + (here - low) / (high - low) * (self.end - self.start)

    def inside(self, value: float) -> bool:
        return self.low <= value <= self.high

    @property
    def ticks(self) -> list[tuple[float, str]]:
        """(value, label), all labels written alike."""
        return _decades(self) if self.log else _round_steps(self)


def linear(
    values: Sequence[float],
    start: float,
    end: float,
    *,
    zero: bool = False,
    whole: bool = False,
    wanted: int = 5,
    room: float = 0.06,
) -> Axis:
    """An axis that holds all the values with some room; `zero` keeps 0 on it without room below."""
    low, high = min(values, default=0.0), max(values, default=1.0)
    if zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if high - low <= 1e-12 * max(abs(low), abs(high)):  # one value only: give it a neighbourhood
        pad = abs(high) / 2 or 1.0
        low, high = (low if zero and low == 0 else low - pad), high + pad
    pad = (high - low) * room
    low = low if zero and low == 0 else low - pad
    high = high if zero and high == 0 else high + pad
    return Axis(low, high, start, end, whole=whole, wanted=wanted)


def decades(values: Sequence[float], start: float, end: float) -> Axis:
    """A logarithmic axis over positive values, from a power of ten to a power of ten."""
    low = 10.0 ** max(math.floor(math.log10(min(values))), -307)
    high = 10.0 ** math.ceil(math.log10(max(values)))
    return Axis(low, max(high, low * 10), start, end, log=True)


def spans_decades(values: Sequence[float], more_than: float = 3) -> bool:
    return bool(values) and min(values) > 0 and math.log10(max(values)) - math.log10(min(values)) > more_than


def _decades(axis: Axis) -> list[tuple[float, str]]:
    low, high = round(math.log10(axis.low)), round(math.log10(axis.high))
    step = max(1, math.ceil((high - low) / axis.wanted))
    return [(10.0**power, _power(power)) for power in range(low, high + 1, step)]


def _power(power: int) -> str:
    if -2 <= power <= 3:
        return number(10.0**power)
    return "10" + str(power).translate(_SUPERSCRIPTS)


def _round_steps(axis: Axis) -> list[tuple[float, str]]:
    step = _round_step((axis.high - axis.low) / axis.wanted)
    step = max(1.0, round(step)) if axis.whole else step
    first, last = math.ceil(axis.low / step - 1e-9), math.floor(axis.high / step + 1e-9)
    return [(k * step, _tick(k * step, step)) for k in range(first, last + 1)]


def _round_step(raw: float) -> float:
    """The next larger of 1, 2, 2.5, 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(raw))
    return next((factor * power for factor in (1, 2, 2.5, 5) if factor * power >= raw * 0.999), 10 * power)


def _tick(value: float, step: float) -> str:
    if max(abs(value), step) >= 1e5 or step < 1e-4:
        digits = 2 + max(0, math.ceil(math.log10(max(abs(value), step) / step)))
        return number(value if abs(value) > step / 2 else 0.0, digits)
    places = max(0, -math.floor(math.log10(step) + 1e-9))
    if round(step, places) != round(step, places + 2):  # steps of 2.5 need one place more
        places += 1
    return f"{value:.{places}f}".replace("-0", "0") if value == 0 else f"{value:.{places}f}".replace("-", MINUS)

"""The picture of a step: where the learner went, and where the step should have gone, as data."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from types import CodeType
from typing import Any

import numpy as np

from grader.diagnosis.key import PictureSpec
from grader.diagnosis.values import Vector, as_number, as_vector
from grader.model import Picture, Series
from grader.render.numbers import show

_CURVE_POINTS = 61


def picture(
    spec: PictureSpec | None,
    names: Mapping[str, Any],
    yours: Mapping[str, Any],
    right: Mapping[str, Any],
) -> Picture | None:
    """The picture of one answer, or None when the numbers do not allow one.

    names: everything the expressions may use; yours and right: outputs by name.
    """
    if spec is None:
        return None
    draw = {"valley": _valley, "curves": _curves, "bars": _bars}[spec.kind]
    with np.errstate(all="ignore"):
        return draw(spec, {"np": np, **names}, yours, right)


def _evaluate(expression: str, names: Mapping[str, Any]) -> Any:
    # The course author's own expression: trusted, like the solution it describes.
    return eval(_compiled(expression), dict(names))


@cache
def _compiled(expression: str) -> CodeType:
    return compile(expression, "<picture>", "eval")


def _valley(
    spec: PictureSpec, names: Mapping[str, Any], yours: Mapping[str, Any], right: Mapping[str, Any]
) -> Picture | None:
    start, mine, best = (
        as_number(value) for value in (names[spec.weight], yours.get(spec.reached), right[spec.reached])
    )
    if start is None or mine is None or best is None or not all(map(math.isfinite, (start, mine, best))):
        return None

    def loss(weight: float) -> float:
        return float(_evaluate(spec.loss, {**names, spec.weight: weight}))

    if not all(math.isfinite(loss(weight)) for weight in (start, mine, best)):
        return None
    low, high = min(start, mine, best), max(start, mine, best)
    margin = 0.35 * (high - low) or 1.0
    xs = [float(x) for x in np.linspace(low - margin, high + margin, _CURVE_POINTS)]
    moved = "uphill" if loss(mine) > loss(start) else "downhill"
    stays = math.isclose(mine, start)
    alt = (
        f"The loss as a curve over the weight. The step starts at weight {show(start)} with loss {show(loss(start))}. "
        f"Yours {'stays there' if stays else f'goes {moved} to weight {show(mine)} with loss {show(loss(mine))}'}; "
        f"the right step goes to weight {show(best)} with loss {show(loss(best))}."
    )
    series = (
        Series(label="loss", role="curve", x=tuple(xs), y=tuple(loss(x) for x in xs)),
        Series(label="start", role="start", x=(start,), y=(loss(start),)),
        Series(label="your step", role="yours", x=(mine,), y=(loss(mine),)),
        Series(label="right step", role="right", x=(best,), y=(loss(best),)),
    )
    return Picture(kind="valley", title=spec.title, x_label="weight", y_label="loss", series=series, alt=alt)


def _curves(
    spec: PictureSpec, names: Mapping[str, Any], yours: Mapping[str, Any], right: Mapping[str, Any]
) -> Picture | None:
    if spec.run:
        mine, best = (_evaluate(spec.run, {**names, **values}) for values in (yours, right))
    else:
        mine, best = yours.get(spec.curve), right[spec.curve]
    mine, best = as_vector(mine), as_vector(best)
    if mine is None or best is None or not len(mine) or not len(best):
        return None
    trend = "rises" if not mine[-1] <= mine[0] else "falls"
    alt = (
        f"{spec.y_label} over {spec.x_label}. Yours {trend} from {show(float(mine[0]))} to {show(float(mine[-1]))} "
        f"in {len(mine)} values; the right one goes from {show(float(best[0]))} to {show(float(best[-1]))}."
    )
    series = (_over_steps("yours", "yours", mine), _over_steps("right", "right", best))
    return Picture(kind="curves", title=spec.title, x_label=spec.x_label, y_label=spec.y_label, series=series, alt=alt)


def _over_steps(label: str, role: Any, values: Vector) -> Series:
    return Series(label=label, role=role, x=tuple(range(len(values))), y=tuple(float(value) for value in values))


def _bars(
    spec: PictureSpec, names: Mapping[str, Any], yours: Mapping[str, Any], right: Mapping[str, Any]
) -> Picture | None:
    mine, best = as_number(yours.get(spec.level)), as_number(right[spec.level])
    bars = as_vector(_evaluate(spec.bars, names))
    if bars is None or mine is None or best is None or not math.isfinite(mine):
        return None
    positions = tuple(range(1, len(bars) + 1))
    alt = (
        f"A bar for each example's {spec.bar_label}: {show([float(bar) for bar in bars])}. "
        f"Your result is {show(mine)}; the right one is {show(best)}."
    )
    series = (
        Series(label=spec.bar_label, role="curve", x=positions, y=tuple(float(bar) for bar in bars)),
        Series(label="your result", role="yours", x=(positions[0], positions[-1]), y=(mine, mine)),
        Series(label="right result", role="right", x=(positions[0], positions[-1]), y=(best, best)),
    )
    return Picture(kind="bars", title=spec.title, x_label="example", y_label=spec.bar_label, series=series, alt=alt)

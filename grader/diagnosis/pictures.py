"""The picture of a step: where the learner went, and where the step should have gone, as data."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable, Mapping
from functools import cache
from types import CodeType
from typing import Any

import numpy as np

from grader.diagnosis.key import PictureSpec
from grader.diagnosis.values import Vector, as_number, as_vector
from grader.language import fill
from grader.model import Picture, Series

_CURVE_POINTS = 61
# A longer run than any exercise asks for is not drawn.
_MOST_STEPS = 1_000


def picture(
    spec: PictureSpec | None,
    names: Mapping[str, Any],
    yours: Mapping[str, Any],
    right: Mapping[str, Any] | None,
) -> Picture | None:
    """The picture of one answer, or None when the numbers do not allow one.

    names: everything the expressions may use; yours and right: outputs by name, right being None where showing it
    would give an answer away.
    """
    if spec is None:
        return None
    draw = {"valley": _valley, "curves": _curves, "bars": _bars}[spec.kind]
    # Numbers out of proportion (a weight of 1e200) cannot be drawn; the finding says them.
    with np.errstate(all="ignore"), contextlib.suppress(ArithmeticError, ValueError):
        return draw(spec, {"np": np, **names}, yours, right)
    return None


def _evaluate(expression: str, names: Mapping[str, Any]) -> Any:
    # The course author's own expression: trusted, like the solution it describes.
    return eval(_compiled(expression), dict(names))


@cache
def _compiled(expression: str) -> CodeType:
    return compile(expression, "<picture>", "eval")


def _valley(
    spec: PictureSpec, names: Mapping[str, Any], yours: Mapping[str, Any], right: Mapping[str, Any] | None
) -> Picture | None:
    places = {"start": names[spec.weight], "yours": yours.get(spec.reached)}
    if right is not None:
        places["right"] = right[spec.reached]
    weights = {role: as_number(value) for role, value in places.items()}

    def loss(weight: float) -> float:
        return float(_evaluate(spec.loss, {**names, spec.weight: weight}))

    points = {role: (weight, loss(weight)) for role, weight in weights.items() if weight is not None}
    if len(points) < len(places) or not np.all(np.isfinite(list(points.values()))):
        return None
    shown = [weight for weight, _ in points.values()]
    low, high = _with_floor(loss, min(shown), max(shown))
    margin = 0.2 * (high - low) or 1.0
    xs = [float(x) for x in np.linspace(low - margin, high + margin, _CURVE_POINTS)]
    series = [Series(label="loss", role="curve", x=tuple(xs), y=tuple(loss(x) for x in xs))]
    labels: dict[Any, str] = {"start": "start", "yours": "your step", "right": "right step"}
    series += [Series(label=labels[role], role=role, x=(x,), y=(y,)) for role, (x, y) in points.items()]
    alt = _valley_in_words(points)
    return Picture(kind="valley", title=spec.title, x_label="weight", y_label="loss", series=tuple(series), alt=alt)


def _valley_in_words(points: Mapping[str, tuple[float, float]]) -> str:
    (start, loss_before), (mine, loss_after) = points["start"], points["yours"]
    moved = "stays" if math.isclose(mine, start) else "uphill" if loss_after > loss_before else "downhill"
    opening = fill(
        "The loss as a curve over the weight. The step starts at weight {weight} with loss {loss}.",
        {"weight": start, "loss": loss_before},
    )
    yours = fill(_MOVES[moved], {"weight": mine, "loss": loss_after})
    if "right" not in points:
        return f"{opening} {yours}."
    weight, loss = points["right"]
    right = fill(
        "{yours}; the right step goes to weight {weight}, where it is {loss}.",
        {"yours": yours, "weight": weight, "loss": loss},
    )
    return f"{opening} {right}"


_MOVES = {
    "stays": "Yours stays there, where the loss is {loss}",
    "uphill": "Yours goes uphill to weight {weight}, where the loss is {loss}",
    "downhill": "Yours goes downhill to weight {weight}, where the loss is {loss}",
}


def _with_floor(loss: Callable[[float], float], low: float, high: float) -> tuple[float, float]:
    """The stretch of weights to show: with the valley's floor in it, unless that is too far away to draw well."""
    reach = 2.5 * (high - low) or 1.0
    floor = min((float(x) for x in np.linspace(low - reach, high + reach, 2 * _CURVE_POINTS)), key=loss)
    return min(low, floor), max(high, floor)


def _curves(
    spec: PictureSpec, names: Mapping[str, Any], yours: Mapping[str, Any], right: Mapping[str, Any] | None
) -> Picture | None:
    mine, best = (_run_of(spec, names, values) for values in (yours, right))
    if mine is None or not 0 < len(mine) <= _MOST_STEPS:
        return None
    series = [_over_steps("yours", "yours", mine)]
    if best is not None and len(best):
        series.append(_over_steps("right", "right", best))
    return Picture(
        kind="curves",
        title=spec.title,
        x_label=spec.x_label,
        y_label=spec.y_label,
        series=tuple(series),
        alt=_curves_in_words(spec, mine, best),
    )


_TRENDS = {
    "rises": "{y_label} over {x_label}. Yours rises from {first} to {last} in {count} values",
    "falls": "{y_label} over {x_label}. Yours falls from {first} to {last} in {count} values",
}


def _curves_in_words(spec: PictureSpec, mine: Vector, best: Vector | None) -> str:
    values: dict[str, Any] = {"first": float(mine[0]), "last": float(mine[-1]), "count": len(mine)}
    trend = _TRENDS["rises" if not mine[-1] <= mine[0] else "falls"]
    yours = fill(trend, {"x_label": spec.x_label, "y_label": spec.y_label, **values})
    if best is None or not len(best):
        return f"{yours}."
    ends = {"first": float(best[0]), "last": float(best[-1])}
    return fill("{yours}; the right one goes from {first} to {last}.", {"yours": yours, **ends})


def _run_of(spec: PictureSpec, names: Mapping[str, Any], values: Mapping[str, Any] | None) -> Vector | None:
    if values is None:
        return None
    return as_vector(_evaluate(spec.run, {**names, **values}) if spec.run else values.get(spec.curve))


def _over_steps(label: str, role: Any, values: Vector) -> Series:
    return Series(label=label, role=role, x=tuple(range(len(values))), y=tuple(float(value) for value in values))


def _bars(
    spec: PictureSpec, names: Mapping[str, Any], yours: Mapping[str, Any], right: Mapping[str, Any] | None
) -> Picture | None:
    mine, best = as_number(yours.get(spec.level)), as_number((right or {}).get(spec.level))
    bars = as_vector(_evaluate(spec.bars, names))
    if bars is None or mine is None or best is None or not math.isfinite(mine):
        return None
    positions = tuple(range(1, len(bars) + 1))
    alt = fill(
        "A bar for each example's {bar_label}: {bars}. Your result is {yours}; the right one is {right}.",
        {"bar_label": spec.bar_label, "bars": [float(bar) for bar in bars], "yours": mine, "right": best},
    )
    series = (
        Series(label=spec.bar_label, role="curve", x=positions, y=tuple(float(bar) for bar in bars)),
        Series(label="your result", role="yours", x=(positions[0], positions[-1]), y=(mine, mine)),
        Series(label="right result", role="right", x=(positions[0], positions[-1]), y=(best, best)),
    )
    return Picture(kind="bars", title=spec.title, x_label="example", y_label=spec.bar_label, series=series, alt=alt)

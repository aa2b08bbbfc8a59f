"""A sheet to draw on: SVG elements as text, escaped here and only here, and free places for labels."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape
from typing import NamedTuple

from grader.numbers import printable

TEXT_SIZE = 13.0
_NARROW = frozenset("iljftrI.,:;|!'()[] ·")


Point = tuple[float, float]


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: Box) -> float:
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return width * height if width > 0 and height > 0 else 0.0

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def outside(self, bounds: Box) -> float:
        """How far it sticks out, in pixels."""
        return sum(
            max(0.0, by)
            for by in (
                bounds.left - self.left,
                bounds.top - self.top,
                self.right - bounds.right,
                self.bottom - bounds.bottom,
            )
        )


def text_width(text: str, size: float = TEXT_SIZE) -> float:
    """An estimate on the wide side (bold included): fonts differ, and labels must not touch."""
    return size * sum(_char_width(char) for char in text)


def _char_width(char: str) -> float:
    if char in _NARROW:
        return 0.38
    if unicodedata.east_asian_width(char) in "WF":
        return 1.05
    return 0.0 if unicodedata.combining(char) else 0.75 if char.isupper() else 0.64


def fitted(text: str, width: float, size: float = TEXT_SIZE) -> str:
    """The text on one line, cut with an ellipsis when it is wider than `width`."""
    text = printable(text)
    if text_width(text, size) <= width:
        return text
    while text and text_width(text + "…", size) > width:
        text = text[:-1]
    return text.rstrip() + "…"


def element(name: str, content: str = "", /, **attributes: object) -> str:
    """One element; `content` is markup already. `class_`, `text_anchor` become `class`, `text-anchor`."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_attribute(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def _attribute(value: object) -> str:
    return place(value) if isinstance(value, float) else escape(printable(str(value)))


def place(value: float) -> str:
    """A coordinate with a tenth of a pixel."""
    return f"{value:.1f}".removesuffix(".0")


def text(content: str, x: float, y: float, *, class_: str = "dh-text", anchor: str = "start") -> str:
    shown = escape(printable(content))
    return element("text", shown, x=x, y=y, class_=class_, text_anchor=None if anchor == "start" else anchor)


def path(points: Iterable[Point]) -> str:
    return "M" + "L".join(f"{place(x)},{place(y)}" for x, y in points)


def smooth_path(points: list[Point]) -> str:
    """Through all points without corners (Catmull-Rom): few samples of a smooth curve still look like one."""
    if len(points) < 3:
        return path(points)
    ghosts = [points[0], *points, points[-1]]
    drawn = path(points[:1])
    for before, here, there, after in zip(ghosts, ghosts[1:], ghosts[2:], ghosts[3:], strict=False):
        one = (here[0] + (there[0] - before[0]) / 6, here[1] + (there[1] - before[1]) / 6)
        two = (there[0] - (after[0] - here[0]) / 6, there[1] - (after[1] - here[1]) / 6)
        drawn += "C" + " ".join(f"{place(x)},{place(y)}" for x, y in (one, two, there))
    return drawn


_SHAPES = {
    "diamond": ((0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)),
    "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "triangle": ((0.0, -1.2), (1.15, 0.85), (-1.15, 0.85)),
}


def mark(shape: str, x: float, y: float, *, class_: str, radius: float = 5.5) -> str:
    """A mark whose shape tells it apart without colour."""
    if shape == "circle":
        return element("circle", cx=x, cy=y, r=radius, class_=class_)
    if shape == "cross":
        lines = f"M{place(x - 5)},{place(y - 5)}L{place(x + 5)},{place(y + 5)}"
        lines += f"M{place(x - 5)},{place(y + 5)}L{place(x + 5)},{place(y - 5)}"
        return element("path", d=lines, class_=class_)
    corners = [(x + radius * dx, y + radius * dy) for dx, dy in _SHAPES[shape]]
    return element("path", d=path(corners) + "Z", class_=class_)


def bowed(start: Point, end: Point, bow: float) -> Point:
    """The control point of an arc from start to end that bows upwards on paper."""
    (x0, y0), (x1, y1) = start, end
    side = -bow if x1 < x0 else bow
    return ((x0 + x1) / 2 + side * (y1 - y0), (y0 + y1) / 2 - side * (x1 - x0))


def along(start: Point, control: Point, end: Point, steps: int = 24) -> list[Point]:
    """Points along the arc, for labels to keep off."""
    shares = [k / steps for k in range(steps + 1)]
    return [
        (
            (1 - t) ** 2 * start[0] + 2 * t * (1 - t) * control[0] + t * t * end[0],
            (1 - t) ** 2 * start[1] + 2 * t * (1 - t) * control[1] + t * t * end[1],
        )
        for t in shares
    ]


def arrow(start: Point, control: Point, end: Point, *, class_: str, gap: float = 9.0) -> str:
    """An arc with a head, `gap` pixels off the marks at both ends; nothing when they are too close."""
    if math.dist(start, end) < 2 * gap + 8:
        return ""
    tail, tip = _towards(start, control, gap), _towards(end, control, gap)
    base = _towards(tip, control, 9.0)
    away = math.atan2(tip[1] - base[1], tip[0] - base[0])
    wings = [(base[0] + 4.5 * math.cos(away + turn), base[1] + 4.5 * math.sin(away + turn)) for turn in (1.571, -1.571)]
    line = f"{path([tail])}Q{place(control[0])},{place(control[1])} {place(base[0])},{place(base[1])}"
    return element("path", d=line, class_=f"dh-arrow {class_}") + element(
        "path", d=path([tip, *wings]) + "Z", class_=f"dh-head {class_}"
    )


def _towards(here: Point, there: Point, by: float) -> Point:
    length = math.dist(here, there) or 1.0
    return (here[0] + (there[0] - here[0]) * by / length, here[1] + (there[1] - here[1]) * by / length)


# Tried in this order around a point: right, left, above, below, the corners; then the same further away.
_AROUND = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1))
_TRIED = [(around, by) for by in (13.0, 22.0, 34.0, 50.0) for around in _AROUND]


@dataclass
class Places:
    """Where labels may go: inside `bounds`, off what is `taken`, rather not over `lines` (their points)."""

    bounds: Box
    taken: list[Box] = field(default_factory=list)
    lines: list[Point] = field(default_factory=list)

    def keep_free(self, x: float, y: float, radius: float = 8.0) -> None:
        self.taken.append(Box(x - radius, y - radius, x + radius, y + radius))

    def put(self, content: str, x: float, y: float, *, class_: str) -> str:
        """The label as near to (x, y) as is free."""
        width, height = text_width(content), TEXT_SIZE + 3
        chosen = self._cheapest([self._box(x, y, width, height, *tried) for tried in _TRIED])
        self.taken.append(chosen)
        # anchored at the side that faces the point, for widths are only estimates
        side = "start" if chosen.left > x else "end" if chosen.right < x else "middle"
        at = {"start": chosen.left, "end": chosen.right, "middle": (chosen.left + chosen.right) / 2}[side]
        return text(content, at, chosen.bottom - 4, class_=class_, anchor=side)

    def _cheapest(self, boxes: Iterable[Box]) -> Box:
        """Earlier boxes are nearer, and each later one starts dearer: the search ends when none can win."""
        chosen, least = Box(0, 0, 0, 0), math.inf
        for place, box in enumerate(boxes):
            if 1.6 * place >= least:
                break
            cost = self._cost(box) + 1.6 * place
            chosen, least = (box, cost) if cost < least else (chosen, least)
        return chosen

    def _box(self, x: float, y: float, width: float, height: float, around: tuple[int, int], by: float) -> Box:
        dx, dy = around
        middle_x = x + dx * (by + width / 2) * (1 if dy == 0 else 0.8)
        middle_y = y + dy * (by + height / 2 - 2)
        # slid along the edge rather than dropped: a label near the border still fits
        middle_x = min(max(middle_x, self.bounds.left + width / 2), self.bounds.right - width / 2)
        return Box(middle_x - width / 2, middle_y - height / 2, middle_x + width / 2, middle_y + height / 2)

    def _cost(self, box: Box) -> float:
        crowded = sum(box.overlap(other) for other in self.taken)
        crossed = sum(box.holds(*point) for point in self.lines)
        return 5 * crowded + 6 * crossed + 40 * box.outside(self.bounds)

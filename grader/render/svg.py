"""A Picture drawn as SVG: a valley, curves over steps, or bars. Colours are classes: light, dark, print."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise
from typing import Any

from grader.language import ENGLISH, Language
from grader.model import Picture, Series
from grader.numbers import number, printable, show
from grader.render.drawing import (
    TEXT_SIZE,
    Box,
    Places,
    Point,
    along,
    arrow,
    bowed,
    element,
    fitted,
    mark,
    path,
    smooth_path,
    text,
    text_width,
)
from grader.render.scale import Axis, coordinate, decades, finite, linear, spans_decades

WIDTH, HEIGHT = 400.0, 280.0
LINE = 18.0
FAR = 2.5
"""how many widths of the valley away a step may land and still be on the picture"""

# A page that defines these variables passes its palette on; alone, the picture brings its own.
STYLE = """
.dh-picture{--dh-ink:var(--ink,#22302f);--dh-soft:var(--soft,#5a6a68);--dh-line:var(--line,#d9dfd8);
--dh-paper:var(--card,#fff);--dh-yours:var(--clay,#a84a1f);--dh-right:var(--accent,#12685c);
--dh-blue:var(--blue,#3b5b92);--dh-plum:var(--plum,#7b4a83);
font:13px ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",
"Noto Sans",Arial,sans-serif;font-variant-numeric:tabular-nums;max-width:100%;height:auto}
@media (prefers-color-scheme:dark){.dh-picture{--dh-ink:var(--ink,#e3e9e6);--dh-soft:var(--soft,#9fb0ac);
--dh-line:var(--line,#34413f);--dh-paper:var(--card,#182120);--dh-yours:var(--clay,#eda27a);
--dh-right:var(--accent,#6cc7b6);--dh-blue:var(--blue,#9db7e8);--dh-plum:var(--plum,#d0a3d6)}}
.dh-text{fill:var(--dh-ink);paint-order:stroke;stroke:var(--dh-paper);stroke-width:3px;stroke-linejoin:round}
.dh-soft{fill:var(--dh-soft)}.dh-strong{font-weight:600}
.dh-grid{stroke:var(--dh-line);stroke-width:1}.dh-axis{stroke:var(--dh-soft);stroke-width:1.2}
.dh-level{stroke:var(--dh-soft);stroke-width:1;stroke-dasharray:1.5 4;fill:none}
.dh-limit{stroke:var(--dh-ink);stroke-width:1.5;stroke-dasharray:8 4;fill:none}
.dh-limit-1{stroke-dasharray:2 3}.dh-limit-2{stroke-dasharray:10 3 2 3}
.dh-valley{stroke:var(--dh-blue);stroke-width:2.2;fill:none}
.dh-ground{fill:var(--dh-blue);opacity:.07}
.dh-line{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
.dh-c0{stroke:var(--dh-blue)}.dh-c1{stroke:var(--dh-plum);stroke-dasharray:7 4}
.dh-c2{stroke:var(--dh-soft);stroke-dasharray:2 4}.dh-c3{stroke:var(--dh-ink);stroke-dasharray:9 3 2 3}
.dh-yours-line{stroke:var(--dh-yours)}.dh-right-line{stroke:var(--dh-right);stroke-dasharray:9 4}
.dh-start-line{stroke:var(--dh-ink);stroke-dasharray:2 4}
.dh-mark{stroke-width:2;fill:var(--dh-paper)}.dh-dot{stroke-dasharray:none;stroke-width:1.6;fill:var(--dh-paper)}
.dh-start{stroke:var(--dh-ink)}.dh-yours{stroke:var(--dh-yours);fill:var(--dh-yours)}
.dh-right{stroke:var(--dh-right);fill:var(--dh-right)}
.dh-arrow{fill:none;stroke-width:1.8}.dh-arrow.dh-yours,.dh-arrow.dh-right{fill:none}
.dh-arrow.dh-right{stroke-dasharray:5 3}.dh-head{stroke:none}
.dh-cross{stroke:var(--dh-yours);stroke-width:2.4;fill:none}
.dh-bar{stroke-width:1.6}.dh-bar.dh-c0,.dh-bar.dh-start-line{fill:var(--dh-blue);fill-opacity:.22;stroke-dasharray:none}
.dh-bar.dh-yours-line{fill:var(--dh-yours);fill-opacity:.85}
.dh-bar.dh-right-line{fill:var(--dh-paper);stroke-dasharray:none}
.dh-bar.dh-c1,.dh-bar.dh-c2,.dh-bar.dh-c3{fill:var(--dh-soft);fill-opacity:.12}
@media print{.dh-picture{--dh-paper:#fff}}
""".strip().replace("\n", "")

_SHAPE_OF_ROLE = {"start": "circle", "yours": "diamond", "right": "square", "limit": "triangle"}
_SHAPES_OF_CURVES = ("circle", "square", "triangle", "diamond")


def svg(picture: Picture, *, styled: bool = True, language: Language = ENGLISH) -> str:
    """The picture as one SVG element that stands alone; `styled=False` where the page brings `STYLE` once.

    picture: already in that language, which is here for the few notes that drawing adds.
    """
    body = {"valley": _valley, "curves": _curves, "bars": _bars}[picture.kind](picture, language)
    nameless = language.text("picture")
    alt = printable(picture.alt or picture.title)
    head = element("title", escape(printable(picture.title)) or nameless) + element("desc", escape(alt) or nameless)
    style = element("style", STYLE) if styled else ""
    return element(
        "svg",
        head + style + body,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH:.0f} {HEIGHT:.0f}",
        width=f"{WIDTH:.0f}",
        height=f"{HEIGHT:.0f}",
        class_="dh-picture",
        role="img",
        aria_label=alt or nameless,
    )


@dataclass
class Line:
    """A series ready to draw: its points as floats, its class and its shape."""

    label: str
    role: str
    points: list[Point]
    class_: str
    shape: str
    names: list[str]
    """what stands under each point on an axis of examples"""
    level: bool = False
    """one value for the whole width"""

    @property
    def drawn(self) -> list[Point]:
        return [(x, y) for x, y in self.points if math.isfinite(x) and math.isfinite(y)]


def _lines(picture: Picture) -> list[Line]:
    lines: list[Line] = []
    curves = levels = 0
    for series in picture.series:
        kind, shape = f"dh-{series.role}-line", _SHAPE_OF_ROLE.get(series.role, "circle")
        if series.role == "curve":
            kind, shape = f"dh-c{curves % 4}", _SHAPES_OF_CURVES[curves % 4]
            curves += 1
        elif series.role == "limit":
            kind = f"dh-limit dh-limit-{levels % 3}"
            levels += 1
        names = [_bar_name(x) for x in series.x]
        lines.append(Line(series.label, series.role, _points(series), kind, shape, names, _is_level(series)))
    return lines


def _is_level(series: Series) -> bool:
    return series.role == "limit" and len(series.y) == 1


def _points(series: Series) -> list[Point]:
    return [(coordinate(x), coordinate(y)) for x, y in zip(series.x, series.y, strict=False)]


# --- the frame ----------------------------------------------------------------------------------------------


@dataclass
class Frame:
    """The plot area with its axes; x and y map numbers to places."""

    x: Axis
    y: Axis
    plot: Box
    under: list[str] = field(default_factory=list)

    def at(self, point: Point) -> Point:
        return (self.x.at(point[0]), self.y.at(point[1]))

    def inside(self, point: Point) -> bool:
        return self.x.inside(point[0]) and self.y.inside(point[1])

    def clipped(self, content: str) -> str:
        """The content cut at the plot's border; a nested svg clips without an id that could clash."""
        box = self.plot
        size = (box.left, box.top, box.right - box.left, box.bottom - box.top)
        return element(
            "svg",
            content or " ",
            x=size[0],
            y=size[1],
            width=size[2],
            height=size[3],
            viewBox=" ".join(f"{one:.1f}" for one in size),
            overflow="hidden",
        )


def _plot(y: Axis, top: float) -> Box:
    """The area left beside the y axis's own labels."""
    widest = max((text_width(label) for _, label in y.ticks), default=20.0)
    return Box(min(14 + widest, WIDTH / 3), top, WIDTH - 16, HEIGHT - 46)


def _grid(frame: Frame, picture: Picture, *, x_ticks: Sequence[tuple[float, str]]) -> str:
    plot = frame.plot
    parts = []
    for value, label in frame.y.ticks:
        y = frame.y.at(value)
        parts.append(element("line", x1=plot.left, y1=y, x2=plot.right, y2=y, class_="dh-grid"))
        parts.append(text(label, plot.left - 7, y + 4.5, class_="dh-text dh-soft", anchor="end"))
    parts.append(element("line", x1=plot.left, y1=plot.bottom, x2=plot.right, y2=plot.bottom, class_="dh-axis"))
    for value, label in _apart(x_ticks, frame.x):
        x = frame.x.at(value)
        parts.append(element("line", x1=x, y1=plot.bottom, x2=x, y2=plot.bottom + 4, class_="dh-axis"))
        parts.append(text(label, x, plot.bottom + LINE, class_="dh-text dh-soft", anchor="middle"))
    parts.append(text(fitted(picture.y_label, WIDTH - 16), 8.0, LINE - 3, class_="dh-text dh-soft"))
    x_label = fitted(picture.x_label, plot.right - plot.left)
    parts.append(text(x_label, (plot.left + plot.right) / 2, HEIGHT - 7, class_="dh-text dh-soft", anchor="middle"))
    return "".join(parts)


def _apart(ticks: Sequence[tuple[float, str]], axis: Axis) -> list[tuple[float, str]]:
    """Only ticks whose labels keep clear of the one before."""
    kept: list[tuple[float, str]] = []
    edge = -math.inf
    for value, label in ticks:
        half = text_width(label) / 2
        if axis.at(value) - half >= edge:
            kept.append((value, label))
            edge = axis.at(value) + half + 8
    return kept


def _legend(lines: Sequence[Line], *, bars: bool) -> tuple[str, float]:
    """Swatches with their labels in as many rows as they need, and the y where the plot may begin."""
    x, y, parts = 8.0, LINE * 2 - 2, []
    for line in lines:
        label = fitted(line.label, WIDTH - 60)
        width = 30 + text_width(label) + 14
        if x > 8 and x + width > WIDTH:
            x, y = 8.0, y + LINE
        parts.append(_swatch(line, x, y - 4.5, bar=bars and line.role != "limit"))
        parts.append(text(label, x + 30, y, class_="dh-text"))
        x += width
    return "".join(parts), y + 12


def _swatch(line: Line, x: float, y: float, *, bar: bool) -> str:
    if bar:
        return element("rect", x=x + 6, y=y - 6, width=14.0, height=12.0, class_=f"dh-bar {line.class_}")
    stroke = element("path", d=path([(x, y), (x + 24, y)]), class_=f"dh-line {line.class_}")
    if line.role == "limit":
        return stroke
    return stroke + mark(line.shape, x + 12, y, class_=f"dh-dot {line.class_}", radius=3.5)


def _nothing(language: Language) -> str:
    """Where no number can be drawn, the picture says so instead of being empty."""
    note = language.text("There are no finite numbers to draw.")
    box = element("rect", x=8.0, y=8.0, width=WIDTH - 16, height=HEIGHT - 16, rx=8, class_="dh-grid", fill="none")
    return box + text(note, WIDTH / 2, HEIGHT / 2, class_="dh-text dh-soft", anchor="middle")


# --- valley -------------------------------------------------------------------------------------------------


def _valley(picture: Picture, language: Language) -> str:
    lines = _lines(picture)
    curve = [point for line in lines if line.role == "curve" for point in line.drawn]
    marks = [line for line in lines if line.role in ("start", "yours", "right")]
    if not curve and not any(line.drawn for line in marks):
        return _nothing(language)
    frame = _valley_frame(curve, marks)
    parts = [_grid(frame, picture, x_ticks=frame.x.ticks), _ground(frame, lines)]
    return "".join(parts) + _marks(frame, marks, curve, language)


def _valley_frame(curve: list[Point], marks: Sequence[Line]) -> Frame:
    xs, y_low, y_high = _view(curve, marks)
    low, high = (0.0, y_high) if 0 <= y_low < y_high / 2 else (y_low, y_high)
    top = LINE + 12
    y = linear([low, high], HEIGHT - 46, top, zero=low == 0, room=0.04)
    plot = _plot(y, top)
    return Frame(linear(xs, plot.left, plot.right, wanted=6, room=0.0), y, plot)


def _view(curve: list[Point], marks: Sequence[Line]) -> tuple[list[float], float, float]:
    """What to show of the valley: start, right step, bottom; the learner's step unless it flew off."""
    fixed = [point for line in marks if line.role != "yours" for point in line.drawn]
    if curve:
        fixed.append(min(curve, key=lambda point: point[1]))
    yours = [point for line in marks if line.role == "yours" for point in line.drawn]
    seen = fixed or yours
    low, high = min(x for x, _ in seen), max(x for x, _ in seen)
    span = high - low or max((x for x, _ in curve), default=1.0) - min((x for x, _ in curve), default=0.0)
    for point in yours:
        if low - FAR * span <= point[0] <= high + FAR * span:
            seen = [*seen, point]
    view = _both_walls([x for x, _ in seen], curve, span)
    if len([x for x, _ in curve if view[0] <= x <= view[1]]) < 8 and curve:
        view = [min(x for x, _ in [*curve, *seen]), max(x for x, _ in [*curve, *seen])]
    heights = [y for x, y in [*seen, *curve] if view[0] <= x <= view[1]]
    highest = 1.35 * max((y for _, y in seen), default=1.0)
    return view, min(heights), min(max(heights), highest) if highest > min(heights) else max(heights)


def _both_walls(xs: Sequence[float], curve: Sequence[Point], span: float) -> list[float]:
    """All of xs with some room, and enough of the far wall, where known, to see that it is a valley."""
    low, high = min(xs), max(xs)
    pad = 0.25 * (high - low or span)
    low, high = low - pad, high + pad
    if not curve:
        return [low, high]
    bottom = min(curve, key=lambda point: point[1])[0]
    ends = min(x for x, _ in curve), max(x for x, _ in curve)
    low, high = min(low, bottom - 0.75 * (high - bottom)), max(high, bottom + 0.75 * (bottom - low))
    return [max(low, min(ends[0], *xs)), min(high, max(ends[1], *xs))]


def _ground(frame: Frame, lines: Sequence[Line]) -> str:
    parts = []
    for line in lines:
        points = [frame.at(point) for point in line.drawn]
        if line.role == "curve" and points:
            floor = [(points[-1][0], frame.plot.bottom), (points[0][0], frame.plot.bottom)]
            down = smooth_path(points) + path(floor).replace("M", "L") + "Z"
            parts.append(element("path", d=down, class_="dh-ground"))
            parts.append(element("path", d=smooth_path(points), class_="dh-valley"))
        elif line.role == "limit":
            parts += [
                _level_line(frame, y, line.class_) for _, y in line.points if math.isfinite(y) and frame.y.inside(y)
            ]
    return frame.clipped("".join(parts))


def _level_line(frame: Frame, y: float, class_: str) -> str:
    ends = [(frame.plot.left, frame.y.at(y)), (frame.plot.right, frame.y.at(y))]
    return element("path", d=path(ends), class_=class_)


def _marks(frame: Frame, marks: Sequence[Line], curve: Sequence[Point], language: Language) -> str:
    places = Places(frame.plot._replace(left=frame.plot.left + 5), lines=_dense([frame.at(point) for point in curve]))
    targets = [(line, _target(frame, line)) for line in marks]
    for _, target in targets:
        places.keep_free(*target, radius=10)
    parts = [_level(frame, line) for line in marks] + [_arrows(frame, targets, places)]
    parts += [_mark(frame, line, target) for line, target in targets]
    for line, target in targets:
        parts.append(places.put(_mark_label(frame, line, language), *target, class_="dh-text dh-strong"))
    return "".join(parts)


def _arrows(frame: Frame, targets: Sequence[tuple[Line, Point]], places: Places) -> str:
    """From the start to each step; the learner's bows up, so that two in one direction stay apart."""
    starts = [target for line, target in targets if line.role == "start" and line.drawn]
    parts = []
    for line, target in targets:
        if line.role == "start" or not starts or not _has_place(line):
            continue
        control = bowed(starts[0], target, 0.22 if line.role == "yours" else 0.0)
        places.lines += along(starts[0], control, target)
        parts.append(arrow(starts[0], control, target, class_=f"dh-{line.role}"))
    return "".join(parts)


def _has_place(line: Line) -> bool:
    return bool(line.points) and not math.isnan(line.points[0][0])


def _target(frame: Frame, line: Line) -> Point:
    """Where the mark stands: at the edge when it left the picture, in the corner when it is no number."""
    plot = frame.plot
    x, y = line.points[0] if line.points else (math.nan, math.nan)
    if math.isnan(x):
        return (plot.right - 14, plot.top + 14)
    if x < frame.x.low:
        return (plot.left + 4, plot.top + 26)
    if x > frame.x.high:
        return (plot.right - 4, plot.top + 26)
    if math.isnan(y):
        return (frame.x.at(x), plot.bottom)
    return (frame.x.at(x), frame.y.at(min(max(y, frame.y.low), frame.y.high)))


def _mark(frame: Frame, line: Line, target: Point) -> str:
    if not line.drawn or not frame.inside(line.drawn[0]):
        return "" if _has_place(line) and line.role != "start" else mark("cross", *target, class_="dh-cross")
    return mark(_SHAPE_OF_ROLE[line.role], *target, class_=f"dh-mark dh-{line.role}")


def _level(frame: Frame, line: Line) -> str:
    """The loss of a mark, carried over to the axis."""
    if not line.drawn or not frame.inside(line.drawn[0]):
        return ""
    x, y = frame.at(line.drawn[0])
    return element("path", d=path([(frame.plot.left, y), (x, y)]), class_="dh-level")


def _mark_label(frame: Frame, line: Line, language: Language) -> str:
    x, y = line.points[0] if line.points else (math.nan, math.nan)
    label = fitted(line.label, 150)
    if math.isnan(x):
        return f"{label}: NaN"
    if not frame.inside((x, y)):
        far_off = language.text("far off, at {place}", place=_brief(x))
        return f"{label}: {far_off}" if not frame.x.inside(x) else f"{label}: {_brief(y)}"
    return f"{label} {_brief(y)}"


def _brief(value: float) -> str:
    """Three digits are enough beside a mark; the table has the rest."""
    return number(float(f"{value:.3g}")) if math.isfinite(value) else number(value).replace("infinity", "∞")


def _dense(points: Sequence[Point]) -> list[Point]:
    """Points every few pixels along a curve, so that no label slips between two samples."""
    filled: list[Point] = []
    for (x0, y0), (x1, y1) in pairwise(points):
        steps = min(40, int(math.dist((x0, y0), (x1, y1)) / 5) + 1)
        filled += [(x0 + (x1 - x0) * k / steps, y0 + (y1 - y0) * k / steps) for k in range(steps)]
    return filled


# --- curves -------------------------------------------------------------------------------------------------


def _curves(picture: Picture, language: Language) -> str:
    lines = _lines(picture)
    xs = finite([x for line in lines if not line.level for x, _ in line.points])
    ys = finite([y for line in lines for _, y in line.points])
    if not xs or not ys:
        return _nothing(language)
    legend, top = _legend(lines, bars=False)
    y = _curves_y(ys, top)
    plot = _plot(y, top)
    whole = all(x == int(x) for x in xs)
    frame = Frame(linear(xs, plot.left + 8, plot.right - 8, whole=whole, wanted=7, room=0.0), y, plot)
    places = Places(plot._replace(top=plot.top - 8))
    drawn = [_curve(frame, line, places) for line in lines]
    ends = [_cut_mark(frame, line, places, language) for line in lines]
    return _grid(frame, picture, x_ticks=frame.x.ticks) + legend + "".join(drawn) + "".join(ends)


def _curves_y(ys: Sequence[float], top: float) -> Axis:
    bottom = HEIGHT - 46
    if spans_decades(ys):
        return decades(ys, bottom, top)
    return linear(ys, bottom, top, zero=0 <= min(ys) < 0.4 * max(ys))


def _curve(frame: Frame, line: Line, places: Places) -> str:
    if line.level:
        return "".join(_level_line(frame, y, line.class_) for _, y in line.points if math.isfinite(y))
    parts = []
    for piece in _pieces(line.points, log=frame.y.log):
        points = [frame.at(point) for point in piece]
        places.lines += _dense(points)
        if line.role != "start" and len(points) > 1:
            parts.append(element("path", d=path(points), class_=f"dh-line {line.class_}"))
        if len(line.points) <= 25 or len(points) == 1:
            parts += [mark(line.shape, *point, class_=f"dh-dot {line.class_}", radius=3.2) for point in points]
    return "".join(parts)


def _pieces(points: Sequence[Point], *, log: bool) -> list[list[Point]]:
    """Runs of drawable points: NaN and infinities cut the line."""
    pieces: list[list[Point]] = [[]]
    for x, y in points:
        if math.isfinite(x) and math.isfinite(y) and (y > 0 or not log):
            pieces[-1].append((x, y))
        elif pieces[-1]:
            pieces.append([])
    return [piece for piece in pieces if piece]


def _cut_mark(frame: Frame, line: Line, places: Places, language: Language) -> str:
    """A cross where the first value that is no finite number follows, saying which kind it is."""
    for (x, y), (_, after) in pairwise(line.points):
        if math.isfinite(y) and math.isfinite(x) and not math.isfinite(after):
            here = frame.at((x, y))
            places.keep_free(*here)
            note = language.text("NaN after this") if math.isnan(after) else language.text("overflows here")
            return mark("cross", *here, class_="dh-cross") + places.put(note, *here, class_="dh-text dh-strong")
    return ""


# --- bars ---------------------------------------------------------------------------------------------------


def _bars(picture: Picture, language: Language) -> str:
    lines = _lines(picture)
    groups = [line for line in lines if line.role != "limit"]
    names = list(dict.fromkeys(name for line in groups for name in line.names))
    ys = finite([y for line in lines for _, y in line.points])
    if not names or not ys:
        return _nothing(language)
    legend, top = _legend(lines, bars=True)
    y = linear([*ys, 0.0], HEIGHT - 46, top, zero=True, room=0.12)
    plot = _plot(y, top)
    frame = Frame(Axis(0.0, float(len(names)), plot.left, plot.right), y, plot)
    place_of = {name: k for k, name in enumerate(names)}
    zero = element("line", x1=plot.left, y1=y.at(0), x2=plot.right, y2=y.at(0), class_="dh-axis")
    parts = [_grid(frame, picture, x_ticks=_bar_ticks(names, frame.x)), legend]
    parts += [_bar_group(frame, line, place_of, (k, len(groups)), _bar) for k, line in enumerate(groups)]
    parts += [zero, *(_bar_levels(frame, line, place_of) for line in lines if line.role == "limit")]
    # numbers last, for their halo keeps them readable on a level line
    if len(names) * len(groups) <= 10:
        parts += [_bar_group(frame, line, place_of, (k, len(groups)), _bar_value) for k, line in enumerate(groups)]
    return "".join(parts)


def _bar_levels(frame: Frame, line: Line, place_of: Mapping[str, int]) -> str:
    """One level across, or one over each example where they differ."""
    known = [(name, y) for name, (_, y) in zip(line.names, line.points, strict=False) if math.isfinite(y)]
    if line.level:
        return "".join(_level_line(frame, y, line.class_) for _, y in known)
    ends = [(place_of[name], frame.y.at(y)) for name, y in known if name in place_of]
    pieces = [[(frame.x.at(place + 0.05), y), (frame.x.at(place + 0.95), y)] for place, y in ends]
    return "".join(element("path", d=path(piece), class_=line.class_) for piece in pieces)


def _bar_name(x: Any) -> str:
    return printable(x) if isinstance(x, str) else show(x)


def _bar_ticks(names: Sequence[str], axis: Axis) -> list[tuple[float, str]]:
    """Every name, or every second, third, ... when they would touch."""
    slot = (axis.end - axis.start) / len(names)
    labels = [fitted(name, max(slot - 6, 4 * TEXT_SIZE)) for name in names]
    every = max(1, math.ceil((max(map(text_width, labels)) + 8) / slot - 1e-9))
    return [(k + 0.5, label) for k, label in enumerate(labels) if k % every == 0]


Drawer = Callable[[Frame, Line, float, float, float], str]


def _bar_group(frame: Frame, line: Line, place_of: Mapping[str, int], share: tuple[int, int], draw: Drawer) -> str:
    """The bars of one series, or their numbers, standing beside those of the others at each place."""
    which, groups = share
    width = min((frame.x.at(1) - frame.x.at(0)) * 0.78 / groups, 46.0)
    parts = []
    for name, (_, y) in zip(line.names, line.points, strict=False):
        middle = frame.x.at(place_of[name] + 0.5) + (which - (groups - 1) / 2) * width
        parts.append(draw(frame, line, middle, max(width - 2, 1.0), y))
    return "".join(parts)


def _bar(frame: Frame, line: Line, middle: float, width: float, y: float) -> str:
    zero = frame.y.at(0)
    if math.isnan(y):
        return mark("cross", middle, zero - 8, class_="dh-cross")
    end = _bar_end(frame, y)
    top, height = min(zero, end), abs(zero - end)
    bar = element("rect", x=middle - width / 2, y=top, width=width, height=height, class_=f"dh-bar {line.class_}")
    return bar if math.isfinite(y) else bar + mark("cross", middle, end, class_="dh-cross")


def _bar_end(frame: Frame, y: float) -> float:
    """An infinite bar ends where the finite ones have their room."""
    room = 0.1 * (frame.y.high - frame.y.low)
    return frame.y.at(min(max(y, frame.y.low + room), frame.y.high - room)) if math.isinf(y) else frame.y.at(y)


def _bar_value(frame: Frame, line: Line, middle: float, width: float, y: float) -> str:
    label = _brief(y)
    if text_width(label) > width + 16:
        return ""
    if math.isnan(y):
        return text(label, middle, frame.y.at(0) - 18, anchor="middle")
    gap = 6 if math.isfinite(y) else 11
    return text(label, middle, _bar_end(frame, y) + (-gap if y >= 0 else gap + 10), anchor="middle")

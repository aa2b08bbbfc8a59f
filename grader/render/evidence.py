"""The numbers behind a finding, laid out as rows of text: what a table in any face shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from grader.language import ENGLISH, Language
from grader.model import Evidence, Picture, Series
from grader.numbers import elided, printable, show

NOTHING = "—"
MOST_NAMES = 12
MOST_POSITIONS = 6
MOST_ROWS = 12
MOST_SERIES = 6


class Row(NamedTuple):
    name: str
    yours: str
    named: str


class Numbers(NamedTuple):
    """`inputs` are (name, value) pairs, the name empty where the data has none."""

    inputs: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    has_named: bool


class Grid(NamedTuple):
    """A table of text: the first cell of each row is its header."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def numbers(evidence: Evidence, language: Language = ENGLISH) -> Numbers:
    """What went in, what the learner's code gave and what the named mistake gives."""
    if evidence.help is not None and evidence.help.kind == "smaller":
        return Numbers((), (), False)  # numbers of another call beside it would ask to look at both
    has_named = evidence.named is not None
    inputs = tuple((name, language.shown(value)) for name, value in _pairs(evidence.inputs, language))
    if evidence.yours is None and not has_named:
        return Numbers(inputs, (), False)
    rows = _rows(evidence.yours, evidence.named, language)
    shown = tuple(Row(row.name, language.shown(row.yours), language.shown(row.named)) for row in rows)
    return Numbers(inputs, shown, has_named)


def _pairs(inputs: Any, language: Language) -> tuple[tuple[str, str], ...]:
    if inputs is None:
        return ()
    if not isinstance(inputs, Mapping):
        return (("", show(inputs)),)
    pairs = [(_name(key), show(value)) for key, value in list(inputs.items())[:MOST_NAMES]]
    left = len(inputs) - MOST_NAMES
    return (*pairs, ("…", language.text("{count} more", count=left))) if left > 0 else tuple(pairs)


def _rows(yours: Any, named: Any, language: Language) -> list[Row]:
    sides = [side for side in (yours, named) if side is not None]
    if all(isinstance(side, Mapping) for side in sides):
        keys = list(dict.fromkeys(key for side in sides for key in side))[:MOST_NAMES]
        return [Row(_name(key), _item(yours, key), _item(named, key)) for key in keys]
    if _are_positions(sides):
        length = max(len(side) for side in sides)
        return [
            Row(language.text("value {number}", number=k + 1), _place(yours, k), _place(named, k))
            for k in range(length)
        ]
    return [Row(language.text("result"), _whole(yours), _whole(named))]


def _are_positions(sides: list[Any]) -> bool:
    """Short lists of scalars read best one value a row; anything else on one line."""
    return all(
        isinstance(side, list)
        and 1 < len(side) <= MOST_POSITIONS
        and not any(isinstance(item, list | Mapping) for item in side)
        for side in sides
    )


def _item(side: Any, key: str) -> str:
    return show(side[key]) if side is not None and key in side else NOTHING


def _place(side: Any, place: int) -> str:
    return show(side[place]) if side is not None and place < len(side) else NOTHING


def _whole(side: Any) -> str:
    return NOTHING if side is None else show(side)


def _name(key: object) -> str:
    return elided(printable(str(key)), 30)


def picture_grid(picture: Picture) -> Grid:
    """The numbers of a picture: marks of a valley, else one row for each place on the x axis."""
    if picture.kind == "valley":
        marks = [series for series in picture.series if series.role != "curve" and series.x and series.y]
        rows = tuple((series.label, show(series.x[0]), show(series.y[0])) for series in marks)
        return Grid(("", picture.x_label, picture.y_label), rows)
    return _by_place(picture)


def _by_place(picture: Picture) -> Grid:
    shown = picture.series[:MOST_SERIES]
    columns = [_column(series) for series in shown]
    places = list(dict.fromkeys(place for column in columns for place in column if place))
    rows = [(place, *(column.get(place, column.get("", NOTHING)) for column in columns)) for place in places]
    return Grid((picture.x_label, *(series.label for series in shown)), _shortened(rows))


def _column(series: Series) -> dict[str, str]:
    """Text of y by text of x; a level line of one point counts everywhere, under the empty place."""
    if series.role == "limit" and len(series.y) == 1:
        return {"": show(series.y[0])}
    return {_place_name(x): show(y) for x, y in zip(series.x, series.y, strict=False)}


def _place_name(x: Any) -> str:
    return elided(printable(x), 30) if isinstance(x, str) and x else show(x)


def _shortened(rows: list[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    if len(rows) <= MOST_ROWS:
        return tuple(rows)
    gap = ("…",) * len(rows[0])
    return (*rows[: MOST_ROWS - 4], gap, *rows[-3:])
